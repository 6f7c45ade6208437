// Reads a list of bundles from standard input; writes what is wrong with each, one list a bundle.
// Codes of LOINC and US Core are in no value set that the package carries: it says so, and that is no fault.
const { Fhir } = require("fhir");

const CODE_UNKNOWN_HERE = /not found in value set|could not be found/;
const reader = new Fhir();
const bundles = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));

const faultsOf = (bundle) =>
  reader
    .validate(bundle, { errorOnUnexpected: true })
    .messages.filter((one) => !CODE_UNKNOWN_HERE.test(one.message))
    .map((one) => `${one.severity} ${one.location}: ${one.message}`);

console.log(JSON.stringify(bundles.map(faultsOf)));
