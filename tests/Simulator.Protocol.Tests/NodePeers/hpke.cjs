// Peer for HPKE: opens what the library sealed, seals for the library to open, with @hpke/core.
'use strict';
const { CipherSuite, HkdfSha256 } = require('@hpke/core');
const { DhkemX25519HkdfSha256 } = require('@hpke/dhkem-x25519');
const { Chacha20Poly1305 } = require('@hpke/chacha20poly1305');

const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (buffer) => Buffer.from(buffer).toString('hex');
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Chacha20Poly1305(),
});

async function openCase(c) {
  const recipientKey = await suite.kem.importKey('raw', bytes(c.recipientPrivateKey), false);
  const context = await suite.createRecipientContext({ recipientKey, enc: bytes(c.enc), info: bytes(c.info) });
  const plaintexts = [];
  for (const m of c.messages) {
    plaintexts.push(hex(await context.open(bytes(m.ciphertext), bytes(m.aad))));
  }
  return { plaintexts, exported: hex(await context.export(bytes(c.exporterContext), 32)) };
}

async function sealCase(c) {
  const recipientPublicKey = await suite.kem.importKey('raw', bytes(c.recipientPublicKey), true);
  const ekm = await suite.kem.deriveKeyPair(bytes(c.ephemeralKeyMaterial));
  const context = await suite.createSenderContext({ recipientPublicKey, info: bytes(c.info), ekm });
  const ciphertexts = [];
  for (const m of c.messages) {
    ciphertexts.push(hex(await context.seal(bytes(m.plaintext), bytes(m.aad))));
  }
  return { enc: hex(context.enc), ciphertexts, exported: hex(await context.export(bytes(c.exporterContext), 32)) };
}

async function main() {
  const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const opened = [];
  for (const c of input.open) { opened.push(await openCase(c)); }
  const sealed = [];
  for (const c of input.seal) { sealed.push(await sealCase(c)); }
  process.stdout.write(JSON.stringify({ opened, sealed }));
}

main().catch((error) => { console.error(error); process.exit(1); });
