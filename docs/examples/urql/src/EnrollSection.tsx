import { useMutation } from 'urql';
import { Enroll } from '../../shared/view';
import { graphql } from './graphql';

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
  const [{ data, error, fetching }, enroll] = useMutation(EnrollDocument);
  return (
    <Enroll
      busy={fetching}
      result={data?.enrollAccount}
      failure={error?.message}
      onEnroll={(input) => void enroll({ input })}
    />
  );
};
