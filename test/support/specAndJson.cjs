// Mocha's spec report on the console and its JSON report in a file, for the totals of `npm test`. The file appears
// only when a run comes to its end. Used with the reporter option `output`.
const { reporters } = require('mocha');

module.exports = class SpecAndJson extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    new reporters.JSON(runner, options);
  }
};
