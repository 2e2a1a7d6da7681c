import { useMutation } from '@apollo/client/react';
import { Enroll } from '../../shared/view';
import { graphql } from './generated';

const EnrollDocument = graphql(`
  mutation Enroll($input: EnrollAccountInput!) {
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

export const EnrollSection = () => {
  const [enroll, { data, error, loading }] = useMutation(EnrollDocument);
  return (
    <Enroll
      busy={loading}
      result={data?.enrollAccount}
      failure={error?.message}
      onEnroll={(input) => void enroll({ variables: { input } })}
    />
  );
};
