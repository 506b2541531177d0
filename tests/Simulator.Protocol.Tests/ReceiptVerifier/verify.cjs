// node verify.cjs [--root VENDOR.pem]... RECEIPT.json...
// Checks receipts offline. Prints each link, names the first broken one; exits 1 when a receipt fails, 2 on bad use.
// The real vendor's root is trusted always, others only when given: a receipt never vouches for its own root.
'use strict';
const fs = require('node:fs');
const { check } = require('./links.cjs');
const { fingerprint } = require('./attestation.cjs');

const AWS_NITRO_ROOT = '641a0321a3e244efe456463195d606317ed7cdcc3c1756e09893f3c68f79bb5b';

function report(file, roots) {
  const receipt = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (receipt.format !== 'opgsim-receipt-v1') { throw new Error(`${file}: not a receipt`); }
  const results = check(receipt, roots);
  console.log(`receipt of request ${receipt.id}`);
  for (const { link, status, reason } of results) {
    console.log(`${link}: ${status}${reason ? ` (${reason})` : ''}`);
  }
  const broken = results.find(({ status }) => status === 'broken');
  console.log(broken ? `FAILS at ${broken.link}: ${broken.reason}` : 'holds');
  return !broken;
}

const [roots, files] = [[AWS_NITRO_ROOT], []];
for (let i = 2; i < process.argv.length; i += 1) {
  if (process.argv[i] === '--root') { roots.push(fingerprint(fs.readFileSync(process.argv[i += 1], 'utf8'))); }
  else { files.push(process.argv[i]); }
}
if (files.length === 0) {
  console.error('usage: node verify.cjs [--root VENDOR.pem]... RECEIPT.json...');
  process.exit(2);
}
process.exitCode = files.map((file) => report(file, roots)).every(Boolean) ? 0 : 1;
