// Attestation documents in the AWS Nitro format, with node:crypto alone.
'use strict';
const crypto = require('node:crypto');
const cbor = require('./cbor.cjs');

const sha256 = (bytes) => crypto.createHash('sha256').update(bytes).digest();
const AGE_MAX = 300;
const SKEW_MAX = 60;
const TIMESTAMP_MIN = 1738281600000;

function envelope(document) {
  const parts = cbor.decode(document);
  if (!Array.isArray(parts) || parts.length !== 4 || !(parts[1] instanceof Map)) { throw new Error('envelope'); }
  return { protectedHeader: parts[0], payload: parts[2], signature: parts[3] };
}

function checkSignature({ protectedHeader, payload, signature }, leaf) {
  const signed = Buffer.concat([
    Buffer.from([0x84, 0x6a]), Buffer.from('Signature1'),
    cbor.bytesHead(protectedHeader.length), protectedHeader,
    Buffer.from([0x40]),
    cbor.bytesHead(payload.length), payload,
  ]);
  const key = leaf.publicKey;
  if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails.namedCurve !== 'secp384r1') { throw new Error('leaf key'); }
  if (signature.length !== 96 || !crypto.verify('sha384', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)) {
    throw new Error('document signature');
  }
}

function isValidAt(certificate, at) {
  return Date.parse(certificate.validFrom) <= at * 1000 && at * 1000 <= Date.parse(certificate.validTo);
}

/** Walks issuers from the leaf to the root; every certificate valid at the time, every issuer an authority. */
function checkPath(leaf, bundle, root, at) {
  let current = leaf;
  for (let depth = 0; depth <= bundle.length; depth += 1) {
    if (!isValidAt(current, at)) { throw new Error('certificate not valid at the time'); }
    if (current.checkIssued(root) && current.verify(root.publicKey) && isValidAt(root, at)) { return; }
    const issuer = bundle.find((c) => c.ca && !c.raw.equals(current.raw) && current.checkIssued(c) && current.verify(c.publicKey));
    if (!issuer) { throw new Error('no path to the root'); }
    current = issuer;
  }
  throw new Error('path too long');
}

/** Throws when the document is to be refused; otherwise returns the concatenated measurements. */
exports.verify = ({ document, publicKey, tlsCertificate, rootPem, at }) => {
  const parts = envelope(document);
  const payload = cbor.decode(parts.payload);
  const pcrs = [0, 1, 2].map((index) => payload.get('pcrs').get(index));
  const timestamp = payload.get('timestamp');
  const age = at - Math.floor(timestamp / 1000);
  if (timestamp < TIMESTAMP_MIN || age > AGE_MAX || -age > SKEW_MAX) { throw new Error('document time'); }
  const leaf = new crypto.X509Certificate(payload.get('certificate'));
  checkSignature(parts, leaf);
  const bundle = payload.get('cabundle').map((der) => new crypto.X509Certificate(der));
  checkPath(leaf, bundle, new crypto.X509Certificate(rootPem), at);
  const userData = payload.get('user_data');
  if (userData.length !== 68) { throw new Error('user data'); }
  if (!userData.subarray(2, 34).equals(sha256(tlsCertificate))) { throw new Error('TLS certificate not bound'); }
  if (!userData.subarray(36, 68).equals(sha256(publicKey))) { throw new Error('signing key not bound'); }
  return Buffer.concat(pcrs);
};

exports.fingerprint = (pem) => sha256(new crypto.X509Certificate(pem).raw).toString('hex');
