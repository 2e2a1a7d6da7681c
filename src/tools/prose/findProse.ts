import type { Passage } from './Passage';
import { maxWords, wordRules } from './proseRules';

/** A place where the prose breaks a rule. */
export interface ProseFinding {
  readonly file: string;
  readonly line: number;
  /** The word, or the beginning of the sentence. */
  readonly found: string;
  readonly instead: string;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Finds words that our English avoids, and sentences that are too long. */
export const findProse = (passages: readonly Passage[]): readonly ProseFinding[] =>
  passages.flatMap((passage) => [...findWords(passage), ...(passage.kind === 'prose' ? findLong(passage) : [])]);

const findWords = (passage: Passage): readonly ProseFinding[] =>
  wordRules.flatMap(({ pattern, instead }) =>
    [...passage.text.matchAll(pattern)].map((match) => ({
      ...placeOf(passage, match.index),
      found: match[0],
      instead,
    })),
  );

const findLong = (passage: Passage): readonly ProseFinding[] =>
  [...sentences.segment(passage.text.replaceAll('\n', ' '))].flatMap(({ segment, index }) => {
    const found = [...words.segment(segment)].filter(
      ({ segment: word, isWordLike }) => isWordLike && /[\p{Script=Latin}\d]/u.test(word),
    );
    if (found.length <= maxWords) return [];
    return [
      {
        ...placeOf(passage, index),
        found: `${found
          .slice(0, 6)
          .map((word) => word.segment)
          .join(' ')} …`,
        instead: `two sentences: this one has ${found.length} words, and ${maxWords} are the most`,
      },
    ];
  });

const placeOf = ({ file, line, text }: Passage, index: number): { readonly file: string; readonly line: number } => ({
  file,
  line: line + text.slice(0, index).split('\n').length - 1,
});
