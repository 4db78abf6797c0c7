// Written for any Node that knows ES modules: an old one must get as far as the message below.

var MINIMUM = [20, 19, 0];

/** Ends the process with one clear line and exit 2 when this Node cannot run Concertation. */
export function refuseOldNode() {
  if (isSupported(process.versions.node)) return;
  process.stderr.write(
    "Concertation needs Node.js " +
      MINIMUM.join(".") +
      " or later; this is " +
      process.versions.node +
      ". Install a current version from https://nodejs.org and run the command again.\n",
  );
  process.exit(2);
}

/**
 * @param {string} version such as "20.19.0"
 * @returns {boolean}
 */
export function isSupported(version) {
  var parts = version.split(".").map(Number);
  for (var i = 0; i < MINIMUM.length; i++) {
    var have = parts[i] || 0;
    var need = MINIMUM[i] || 0;
    if (have !== need) return have > need;
  }
  return true;
}
