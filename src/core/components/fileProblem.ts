/** What is wrong in a settings file, with the values it has; `core/report/fileProblemText.ts` has the words. */
export type FileProblemCode =
  /** {} */
  | 'tooLarge'
  /** {} */
  | 'tooDeep'
  /** {said} the parser's own words. */
  | 'notYaml'
  /** {} */
  | 'secondDocument'
  /** {} the file is no mapping. */
  | 'fileMapping'
  /** {key} */
  | 'mapping'
  /** {key} an item of that list is no mapping. */
  | 'itemMapping'
  /** {key, known} */
  | 'unknownKey'
  /** {key} */
  | 'keyTwice'
  /** {key} */
  | 'list'
  /** {most} */
  | 'manyItems'
  /** {key} */
  | 'text'
  /** {key, glob} */
  | 'badGlob'
  /** {key, glob} */
  | 'globOutside'
  /** {key} */
  | 'flag'
  /** {key, least, most} */
  | 'number'
  /** {key, known} */
  | 'oneOf'
  /** {key} */
  | 'date'
  /** {} */
  | 'componentName'
  /** {name} */
  | 'componentTwice'
  /** {} */
  | 'leftAndPresent'
  /** {} */
  | 'personName'
  /** {} */
  | 'awayDay'
  /** {} */
  | 'awayBackwards'
  /** {} */
  | 'teamName'
  /** {} */
  | 'runbookType'
  /** {key} */
  | 'noRule'
  /** {key} */
  | 'noSection'
  /** {} */
  | 'acceptedWhat'
  /** {} */
  | 'acceptedUntil';

/** Something that is wrong at a place in a file. */
export interface FileProblem {
  /** From 1. */
  readonly line: number;
  readonly code: FileProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
}
