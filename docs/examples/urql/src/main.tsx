import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { Page } from '../../shared/view';
import { AccountsSection } from './AccountsSection';
import { client } from './client';
import { EnrollSection } from './EnrollSection';
import { TimelineSection } from './TimelineSection';

createRoot(document.getElementById('root')!).render(
  <Provider value={client}>
    <Page client="urql">
      <AccountsSection />
      <EnrollSection />
      <TimelineSection />
    </Page>
  </Provider>,
);
