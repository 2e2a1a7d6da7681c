import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { type Account, isIn } from './accounts';
import { graphql } from './generated';
import { useLanguage } from './language';
import { Card, Loading, Unreadable } from './ui';

const RootDocument = graphql(`
  query RootFolder {
    resourceDirectory {
      resourceDirectoryId
      rootFolder {
        folderId
        children(first: 100) {
          nodes {
            folderId
            name
          }
        }
      }
    }
  }
`);

const ChildrenDocument = graphql(`
  query FolderChildren($folderId: ID!) {
    folder(folderId: $folderId) {
      folderId
      children(first: 100) {
        nodes {
          folderId
          name
        }
      }
    }
  }
`);

export interface Folder {
  readonly folderId: string;
  readonly name: string | null;
}

interface TreeProps {
  readonly accounts: readonly Account[];
  readonly selected: Folder | null;
  readonly onSelect: (folder: Folder | null) => void;
}

/** How many levels are open at first. Each open folder costs one call. */
const openLevels = 3;

export const Folders = (props: TreeProps) => {
  const { t } = useLanguage();
  const { data, error, loading, refetch } = useQuery(RootDocument);
  const children = data?.resourceDirectory?.rootFolder.children?.nodes;

  return (
    <Card id="folders" title={t('folders')}>
      <nav aria-labelledby="folders">
        <div className="folder">
          <FolderButton {...props} folder={null} />
        </div>
        {children ? (
          <Branches {...props} folders={children} level={1} />
        ) : loading ? (
          <Loading />
        ) : (
          <Unreadable message={error?.message} onRetry={() => void refetch()} />
        )}
      </nav>
    </Card>
  );
};

const Branches = ({ folders, ...props }: TreeProps & { folders: readonly Folder[]; level: number }) => (
  <ul>
    {folders.map((folder) => (
      <Branch key={folder.folderId} {...props} folder={folder} />
    ))}
  </ul>
);

const Branch = ({ folder, level, ...props }: TreeProps & { folder: Folder; level: number }) => {
  const { t } = useLanguage();
  const [open, setOpen] = useState(level < openLevels);
  const { data, error, refetch } = useQuery(ChildrenDocument, {
    variables: { folderId: folder.folderId },
    skip: !open,
  });
  const children = data?.folder?.children?.nodes;
  return (
    <li>
      <div className="folder">
        {children?.length === 0 ? (
          <span className="leaf" />
        ) : (
          <button
            className="toggle"
            aria-expanded={open}
            aria-label={t('folders.open', { name: folder.name ?? folder.folderId })}
            onClick={() => setOpen(!open)}
          />
        )}
        <FolderButton {...props} folder={folder} />
      </div>
      {open && children && children.length > 0 && <Branches {...props} folders={children} level={level + 1} />}
      {open && error && <Unreadable message={error.message} onRetry={() => void refetch()} />}
    </li>
  );
};

const FolderButton = ({ folder, accounts, selected, onSelect }: TreeProps & { folder: Folder | null }) => {
  const { t } = useLanguage();
  const folderId = folder?.folderId ?? null;
  const count = accounts.filter((account) => isIn(account, folderId)).length;
  return (
    <button className="name" aria-pressed={folderId === (selected?.folderId ?? null)} onClick={() => onSelect(folder)}>
      <span>{folder ? (folder.name ?? folder.folderId) : t('folders.all')}</span>
      <span className="count" aria-label={t('folders.accounts', { count })}>
        {count || ''}
      </span>
    </button>
  );
};
