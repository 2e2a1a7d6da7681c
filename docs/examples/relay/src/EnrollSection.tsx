import { useState } from 'react';
import { graphql, useMutation } from 'react-relay';
import { Enroll, type EnrollResult } from '../../shared/view';
import type { EnrollSectionMutation } from './__generated__/EnrollSectionMutation.graphql';

export const EnrollSection = () => {
  const [result, setResult] = useState<EnrollResult>();
  const [failure, setFailure] = useState<string>();
  const [enroll, busy] = useMutation<EnrollSectionMutation>(graphql`
    mutation EnrollSectionMutation($input: EnrollAccountInput!) {
      enrollAccount(input: $input) {
        outcome
        errors {
          code
          field
          message
        }
        enrollment {
          accountId
          status
        }
      }
    }
  `);
  return (
    <Enroll
      busy={busy}
      result={result}
      failure={failure}
      onEnroll={(input) =>
        enroll({
          variables: { input },
          onCompleted: ({ enrollAccount }) => setResult(enrollAccount),
          onError: ({ message }) => setFailure(message),
        })
      }
    />
  );
};
