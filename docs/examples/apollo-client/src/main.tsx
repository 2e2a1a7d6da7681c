import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { Page } from '../../shared/view';
import { AccountsSection } from './AccountsSection';
import { client } from './client';
import { EnrollSection } from './EnrollSection';
import { TimelineSection } from './TimelineSection';

createRoot(document.getElementById('root')!).render(
  <ApolloProvider client={client}>
    <Page client="Apollo Client">
      <AccountsSection />
      <EnrollSection />
      <TimelineSection />
    </Page>
  </ApolloProvider>,
);
