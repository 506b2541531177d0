// Just enough CBOR (RFC 8949) for attestation documents: integers, strings, arrays, maps, definite or not.
'use strict';

class Reader {
  constructor(bytes) { this.bytes = bytes; this.at = 0; }

  take(count) {
    if (this.at + count > this.bytes.length) { throw new Error('cbor: truncated'); }
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  argument(info) {
    if (info < 24) { return info; }
    if (info > 27) { throw new Error('cbor: reserved length'); }
    const width = 1 << (info - 24);
    const value = BigInt('0x' + Buffer.from(this.take(width)).toString('hex'));
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) { throw new Error('cbor: number too large'); }
    return Number(value);
  }

  isBreak() {
    if (this.bytes[this.at] !== 0xff) { return false; }
    this.at += 1;
    return true;
  }

  *items(info) {
    if (info === 31) {
      while (!this.isBreak()) { yield this.item(); }
      return;
    }
    const count = this.argument(info);
    for (let i = 0; i < count; i += 1) { yield this.item(); }
  }

  item() {
    const head = this.take(1)[0];
    const [major, info] = [head >> 5, head & 31];
    switch (major) {
      case 0: return this.argument(info);
      case 1: return -1 - this.argument(info);
      case 2: return Buffer.from(this.take(this.argument(info)));
      case 3: return Buffer.from(this.take(this.argument(info))).toString('utf8');
      case 4: return [...this.items(info)];
      case 5: return this.map(info);
      case 7: return this.simple(info);
      default: throw new Error('cbor: unsupported type');
    }
  }

  map(info) {
    const map = new Map();
    const read = () => { const key = this.item(); map.set(key, this.item()); };
    if (info === 31) { while (!this.isBreak()) { read(); } }
    else { for (let count = this.argument(info); count > 0; count -= 1) { read(); } }
    return map;
  }

  simple(info) {
    if (info === 20 || info === 21) { return info === 21; }
    if (info === 22) { return null; }
    throw new Error('cbor: unsupported simple value');
  }
}

exports.decode = (bytes) => {
  const reader = new Reader(bytes);
  const value = reader.item();
  if (reader.at !== bytes.length) { throw new Error('cbor: bytes behind the value'); }
  return value;
};

/** Head of a byte string of the given length, for the signed structure. */
exports.bytesHead = (length) => {
  if (length < 24) { return Buffer.from([0x40 | length]); }
  if (length < 256) { return Buffer.from([0x58, length]); }
  return Buffer.from([0x59, length >> 8, length & 255]);
};
