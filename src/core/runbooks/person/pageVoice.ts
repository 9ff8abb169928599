import { monthNames } from '../diary';
import { givenName } from './firstNames';
import type { Passage } from './passages';
import { sentencesOf } from './sentences';

/**
 * To whom a page speaks. `reader`: to somebody who is to do something. `nobody`: it tells how things are, and whom it asks
 * for something it asks in so many words. `record`: it keeps what was done, is planned or is said to a machine, where
 * names are those of people at work and not of whom a reader needs.
 */
export type PageVoice = 'reader' | 'nobody' | 'record';

/** The share of sentences in which a page turns to its reader, from which on it is instructions. */
const leastAddressed = 0.15;
/** Fewer sentences than that tell nothing of a page. */
const fewestSentences = 4;
/** From this share of sentences in which somebody says "I" on, a page is a letter, an article or about its author. */
const mostTold = 0.1;
/** Shorter pages are measured as if they had that many, so that one sentence makes no letter of a runbook. */
const fewestTold = 20;
/** Per thousand words, from which on a page is a plan, a log or a report. */
const mostMarks = 8;
/** Shorter pages are measured as if they were that long, so that one date makes no log. */
const fewestWords = 400;

const command =
  /^[^\p{L}]*(?:please\s+|then\s+|next,?\s+|first,?\s+|finally,?\s+|now\s+|also\s+|just\s+|optionally,?\s+|(?:do\s+not|don['’]t|never|always)\s+)*(?:add|adjust|allow|apply|ask|assign|attach|avoid|back|begin|book|browse|build|call|change|chat|check|choose|clean|clear|click|clone|close|collect|commit|compare|complete|configure|confirm|connect|consider|contact|copy|create|cut|decide|define|delete|deploy|describe|disable|discuss|document|download|drag|edit|e-?mail|enable|ensure|enter|execute|export|fill|find|fix|follow|generate|get|give|go|grant|identify|import|include|increase|inform|insert|install|investigate|invite|join|keep|launch|leave|let|list|locate|log|login|look|make|mark|merge|message|modify|monitor|move|navigate|note|notify|obtain|open|paste|ping|post|prepare|press|print|provide|publish|pull|push|put|reach|read|rebuild|record|refer|refresh|register|release|remember|remove|rename|repeat|replace|report|request|reset|restart|restore|return|review|revoke|rotate|run|save|scale|schedule|scroll|search|see|select|send|set|share|sign|speak|ssh|start|stop|submit|switch|tag|take|talk|tell|test|track|try|turn|type|update|upgrade|upload|use|verify|view|visit|wait|watch|write)\b/iu;
const secondPerson = /\b(?:you|your|yours|please)\b/i;
const firstPerson = /(?<![\p{L}'’])(?:I(?![\p{L}./)-])|[Mm]y(?![\p{L}-]))/u;
const english = /\b(?:the|of|to|is|are|and|for|with|an?|you)\b/i;
const otherLanguage =
  /(?<!\p{L})(?:der|die|das|und|ist|nicht|le|les|des|une|est|pour|el|los|las|que|para|por|não|uma|het|een|och|att|det|og|på|är|il|gli|sono)(?!\p{L})|[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}]{2}/iu;

// Two or three short numbers with dots are versions and addresses of hosts.
const days = new RegExp(
  `\\b20\\d\\d-\\d\\d-\\d\\d\\b|\\b\\d{1,2}/\\d{1,2}/(?:20)?\\d\\d\\b|\\b\\d{1,2}\\.\\d{1,2}\\.20\\d\\d\\b|\\b(?:${monthNames})\\.? \\d{1,2}\\b|\\b\\d{1,2} (?:${monthNames})\\b`,
  'g',
);
const states = /[✅✔✓☑⏳⌛❌✗⬜☐🟢🔴🟡🟠🚧🔲🎯]/gu;
// A program that watches a host is called an agent as well.
const models = /\b(?:agentic|claude|chatgpt|gpt|llms?|copilot|codex|gemini|subagents?)\b/gi;
// Small letters are a word of other languages.
const intelligence = /\bAI\b/g;
const agents = /\bagents?\b/gi;

/** Words of minutes. */
const meeting = /\b(?:(?:attendees|attendance):|in attendance\b|members present|meeting adjourned|called to order)/i;
/** `Ann: …` of a talk that is written down. */
const speaker = /^[*_\s]{0,3}(\p{Lu}\p{L}{2,20})[*_]{0,2}:\s/u;
const fewestTurns = 3;

/** Whether a text begins with the name of who says it. */
export const isSpeech = (text: string): boolean => givenName(speaker.exec(text)?.[1] ?? '') === 'name';

const records =
  'prompts?|personas?|brief(?:ing)?|proposals?|roadmap|specifications?|specs?|interviews?|retrospective|decisions?|drafts?|charter|constitution|pitch|curriculum|lessons?|newsletter|podcasts?|episodes?';

/** What pages are called that are read to know or to agree, not to do. A word in the middle is about something else. */
const otherTitle = new RegExp(
  `^(?:(?:${records})\\b|minutes\\b)|\\b(?:${records}|[\\p{L}-]+\\s+summary|templates?)\\s*$|\\b(?:claude|chatgpt|copilot|codex|ai\\s+agents?|meeting\\s+(?:notes|minutes)|minutes\\s+of|user\\s+stor(?:y|ies)|changelog|release\\s+notes)\\b`,
  'iu',
);

/** What a page is, by its words alone; a text of a few sentences is `reader`, and so is a language that is not known. */
export function voiceOf(passages: readonly Passage[]): PageVoice {
  const title = passages.find(({ heading }) => heading)?.text ?? '';
  if (otherTitle.test(title)) return 'record';
  const text = passages.map(passage => passage.text).join('\n');
  const turns = passages.filter(passage => isSpeech(passage.text)).length;
  if (turns >= fewestTurns || meeting.test(text)) return 'record';
  const words = Math.max(fewestWords, count(text, /\p{L}+/gu));
  const named = count(text, models) + count(text, intelligence);
  const told = named === 0 ? 0 : named + count(text, agents);
  const marks = Math.max(count(text, days) + count(text, states), told);
  if ((marks * 1000) / words >= mostMarks) return 'record';
  const sentences = passages.filter(({ heading, cell }) => !heading && !cell).flatMap(saidIn);
  if (sentences.length < fewestSentences) return 'reader';
  const matching = (pattern: RegExp): number => sentences.filter(sentence => pattern.test(sentence)).length;
  if (matching(firstPerson) / Math.max(fewestTold, sentences.length) >= mostTold) return 'record';
  if (matching(english) < matching(otherLanguage)) return 'reader';
  const addressed = sentences.filter(sentence => command.test(sentence) || secondPerson.test(sentence)).length;
  return addressed / sentences.length >= leastAddressed ? 'reader' : 'nobody';
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const saidIn = ({ text }: Passage): readonly string[] =>
  sentencesOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter(sentence => /\p{L}\s+\p{L}/u.test(sentence));
