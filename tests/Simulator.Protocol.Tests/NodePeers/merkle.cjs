// Peer for batch trees: rebuilds each tree with @openzeppelin/merkle-tree and returns root, proofs and dump.
'use strict';
const { StandardMerkleTree } = require('@openzeppelin/merkle-tree');

const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const trees = input.trees.map(({ types, rows, dump }) => {
  const tree = StandardMerkleTree.of(rows, types);
  const loaded = dump === null ? null : StandardMerkleTree.load(JSON.parse(dump));
  return {
    root: tree.root,
    proofs: rows.map((_, i) => tree.getProof(i)),
    dump: JSON.stringify(tree.dump()),
    loadedRoot: loaded && loaded.root,
  };
});
process.stdout.write(JSON.stringify({ trees }));
