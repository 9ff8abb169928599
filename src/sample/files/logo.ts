/** A boat, 24 × 24 pixels, as PNG. */
export const logo = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAIAAABvFaqvAAAAY0lEQVR42tXUwQ0AEAwFUJvYxEoGcTeTrbghVOV/Lm16fml/k7r6',
    'qZxNyMf0DbpaAKRbGKRYMHSyGEi0SGi3eGixnqDZeoW6NaCSA9fCRLQirMYpckaEcgwbVbSrQYrdD2kTajNL3bxjT+qgAAAAAElF',
    'TkSuQmCC',
  ].join(''),
  'base64',
);
