// Peer for what JavaScript itself does: lenient Base64 and JSON rewritten.
'use strict';
const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify({
  base64: input.base64.map((text) => Buffer.from(text, 'base64').toString('hex')),
  json: input.json.map((text) => JSON.stringify(JSON.parse(text))),
}));
