import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { RelayEnvironmentProvider } from 'react-relay';
import { Loading, Page } from '../../shared/view';
import { AccountsSection } from './AccountsSection';
import { EnrollSection } from './EnrollSection';
import { environment } from './environment';
import { TimelineSection } from './TimelineSection';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RelayEnvironmentProvider environment={environment}>
      <Page client="Relay">
        <Suspense fallback={<Loading />}>
          <AccountsSection />
        </Suspense>
        <EnrollSection />
        <Suspense fallback={<Loading />}>
          <TimelineSection />
        </Suspense>
      </Page>
    </RelayEnvironmentProvider>
  </StrictMode>,
);
