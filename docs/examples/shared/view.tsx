import type { FormEvent, ReactNode } from 'react';
import './style.css';

/** Relay's types omit what is null; the other two have null. */
type Maybe<T> = T | null | undefined;

/** What the page shows, whichever client reads it. Nothing here knows a client. */
export interface AccountRow {
  readonly accountId: string;
  readonly displayName: Maybe<string>;
  /** The recorder's status. Null if it cannot be read. */
  readonly recorder: Maybe<string>;
  /** Why the recorder cannot be read. */
  readonly problem?: Maybe<string>;
  readonly enrollment: Maybe<string>;
}

export interface ChangeRow {
  readonly id: string;
  readonly capturedAt: string;
  readonly eventType: string;
  readonly changes: Maybe<readonly PropertyChange[]>;
}

interface PropertyChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface EnrollInput {
  readonly accountId: string;
  readonly baselineId: string | null;
}

export interface EnrollResult {
  readonly outcome: string;
  readonly errors: readonly {
    readonly code: string;
    readonly field: Maybe<readonly string[]>;
    readonly message: string;
  }[];
}

/** Loads the next page. False if there is none. */
type More = (() => void) | false;

export const Page = ({ client, children }: { client: string; children: ReactNode }) => (
  <main>
    <h1>Governance with {client}</h1>
    {children}
  </main>
);

/** A failure that leaves nothing to show. */
export const Failure = ({ message }: { message: string }) => <p role="alert">{message}</p>;

export const Loading = () => <p aria-busy="true">Loading</p>;

export const Accounts = ({ rows, more }: { rows: readonly AccountRow[]; more: More }) => (
  <section aria-labelledby="accounts">
    <h2 id="accounts">Accounts</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Account</th>
          <th scope="col">Recorder</th>
          <th scope="col">Enrollment</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ accountId, displayName, recorder, problem, enrollment }) => (
          <tr key={accountId} data-account={accountId}>
            <th scope="row">
              {displayName} <small>{accountId}</small>
            </th>
            <td data-column="recorder">{recorder ?? <span className="problem">{problem ?? 'cannot be read'}</span>}</td>
            <td data-column="enrollment">{enrollment}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <MoreButton what="accounts" more={more} />
  </section>
);

export const Timeline = ({ name, rows, more }: { name: string; rows: readonly ChangeRow[]; more: More }) => (
  <section aria-labelledby="timeline">
    <h2 id="timeline">Changes of {name}</h2>
    <ol>
      {rows.map(({ id, capturedAt, eventType, changes }) => (
        <li key={id} data-change={capturedAt}>
          <time dateTime={capturedAt}>{capturedAt}</time> {eventType}
          <dl>
            {changes?.map(({ path, before, after }) => (
              <div key={path}>
                <dt>{path}</dt>
                <dd>
                  <del>{JSON.stringify(before)}</del> <ins>{JSON.stringify(after)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
    <MoreButton what="changes" more={more} />
  </section>
);

export const Enroll = (props: {
  readonly busy: boolean;
  readonly result: Maybe<EnrollResult>;
  readonly failure: Maybe<string>;
  readonly onEnroll: (input: EnrollInput) => void;
}) => {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name)).trim();
    props.onEnroll({ accountId: text('accountId'), baselineId: text('baselineId') || null });
  };
  return (
    <section aria-labelledby="enroll">
      <h2 id="enroll">Enroll an account</h2>
      <form onSubmit={submit}>
        <label>
          Account ID <input name="accountId" required />
        </label>
        <label>
          Baseline ID (optional) <input name="baselineId" />
        </label>
        <button disabled={props.busy}>Enroll</button>
      </form>
      <output>
        {props.failure}
        {props.result && (
          <>
            <strong>{props.result.outcome}</strong>
            <ul>
              {props.result.errors.map(({ code, field, message }) => (
                <li key={message} data-code={code} data-field={field?.join('.')}>
                  {message}
                </li>
              ))}
            </ul>
          </>
        )}
      </output>
    </section>
  );
};

const MoreButton = ({ what, more }: { what: string; more: More }) =>
  more && <button onClick={more}>More {what}</button>;
