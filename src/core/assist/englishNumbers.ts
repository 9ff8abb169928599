import * as numbers from '../report/numbers';
import { plainTranslate } from '../report/translate';

/** Answers to assistants are in English, whatever the editor speaks. */
export const wholeNumber = (value: number): string => numbers.wholeNumber(value, plainTranslate);

/** As {@link wholeNumber}, of a part of 1. */
export const percent = (part: number): string => numbers.percent(part, plainTranslate);
