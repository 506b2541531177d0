// The links of a receipt, each checked with libraries that the simulator does not use.
'use strict';
const crypto = require('node:crypto');
const { Interface, Transaction, TypedDataEncoder, concat, keccak256, recoverAddress, toBeHex, toUtf8Bytes } = require('ethers');
const { StandardMerkleTree } = require('@openzeppelin/merkle-tree');
const attestation = require('./attestation.cjs');

const PERMIT2 = '0x000000000022D473030F116dDEE9F6B43aC78BA3';
const PROXIES = {
  exact: '0x402085c248EeA27D92E8b30b2C58ed07f9E20001',
  upto: '0x4020A4f3b7b90ccA423B9fabCc0CE57C6C240002',
};
const EVIDENCE_CHAIN = 10740n;
const ROW_TYPES = ['bytes32', 'bytes32', 'bytes32', 'bytes', 'uint256'];
const PERMIT = '((address token,uint256 amount) permitted,uint256 nonce,uint256 deadline) permit';
const TOKEN_PERMIT = '(uint256 value,uint256 deadline,bytes32 r,bytes32 s,uint8 v) permit2612';
const CALLS = {
  exact: `${PERMIT},address owner,(address to,uint256 validAfter) witness,bytes signature`,
  upto: `${PERMIT},uint256 amount,address owner,(address to,address facilitator,uint256 validAfter) witness,bytes signature`,
};
const RELAY = new Interface([
  'function batchSettle(bytes32 root,uint256 size,bytes blobId)',
  'function settleIndividual(bytes32 teeId,bytes32 inputHash,bytes32 outputHash,uint256 timestamp,address ethAddress,bytes blobId,bytes signature)',
]);

const TRANSFER = 'address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce';
const TOKEN = new Interface([
  `function transferWithAuthorization(${TRANSFER},uint8 v,bytes32 r,bytes32 s)`,
  `function transferWithAuthorization(${TRANSFER},bytes signature)`,
]);

const CHANNELS = '0x4020074e9dF2ce1deE5A9C1b5c3f541D02a10003';
const CONFIG = 'address payer,address payerAuthorizer,address receiver,address receiverAuthorizer,address token,uint40 withdrawDelay,bytes32 salt';
const fieldsOf = (text) => text.split(',').map((field) => { const [type, name] = field.split(' '); return { name, type }; });
const CHANNEL = { ChannelConfig: fieldsOf(CONFIG) };
const VOUCHER = { Voucher: fieldsOf('bytes32 channelId,uint128 maxClaimableAmount') };
const channelDomain = (chainId) => ({ name: 'x402 Batch Settlement', version: '1', chainId, verifyingContract: CHANNELS });
const ROWS = `(((${CONFIG}) channel,uint128 maxClaimableAmount) voucher,bytes signature,uint128 totalClaimed)[] claims`;
const CLAIMS = new Interface([`function claim(${ROWS})`, `function claimWithSignature(${ROWS},bytes authorizerSignature)`]);

class Broken extends Error {
  constructor(reason, detail) { super(reason); this.reason = reason; this.detail = detail; }
}
const require_ = (condition, reason, detail) => { if (!condition) { throw new Broken(reason, detail); } };
/** Runs a step whose failure of any kind has one name. */
const attempt = (step, reason) => {
  try { return step(); } catch (error) { throw error instanceof Broken ? error : new Broken(reason, error.message); }
};
const ABSENT = Symbol('absent');
const same = (a, b) => typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase();
const base64 = (text) => Buffer.from(text, 'base64');
const hex = (bytes) => '0x' + Buffer.from(bytes).toString('hex');

function request({ request: asked }) {
  const parsed = attempt(() => JSON.parse(asked.canonical), 'request_not_an_object');
  require_(parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed), 'request_not_an_object');
  require_(same(keccak256(toUtf8Bytes(asked.canonical)), asked.hash), 'request_hash_mismatch');
}

const chainOf = (payment) => {
  const match = /^eip155:([0-9]+)$/.exec(payment.requirements.network);
  require_(match, 'invalid_network');
  return BigInt(match[1]);
};

/** The scheme whose shape a payload has. */
function shapeOf(payload) {
  if (payload.channelConfig) { return 'batch-settlement'; }
  if (payload.authorization) { return 'exact'; }
  return payload.permit2Authorization.witness.facilitator === undefined ? 'exact' : 'upto';
}

function authorization({ payment, signatures }) {
  if (!payment) { return ABSENT; }
  const { requirements: terms, payload, verify } = payment;
  require_(['exact', 'upto', 'batch-settlement'].includes(terms.scheme), 'unsupported_scheme');
  const chainId = chainOf(payment);
  require_(terms.scheme === shapeOf(payload), 'unsupported_payload_type');
  const step = payload.channelConfig ? voucher : payload.authorization ? order : permit;
  const payer = step(payment, chainId, signatures);
  require_(verify.isValid, 'payment_not_verified');
  require_(same(verify.payer, payer), 'payer_mismatch');
}

/** Checks a voucher; returns the payer. */
function voucher({ requirements: terms, payload, cost }, chainId, signatures) {
  const { channelConfig: config, voucher: issued } = payload;
  require_(same(TypedDataEncoder.hash(channelDomain(chainId), CHANNEL, config), issued.channelId), 'channel_id_mismatch');
  require_(same(config.receiver, terms.payTo), 'channel_receiver_mismatch');
  require_(same(config.token, terms.asset), 'channel_token_mismatch');
  if (signatures === 'real') {
    const { channelId, maxClaimableAmount } = issued;
    const signed = TypedDataEncoder.hash(channelDomain(chainId), VOUCHER, { channelId, maxClaimableAmount });
    const signer = attempt(() => recoverAddress(signed, issued.signature), 'voucher_signature_invalid');
    const expected = BigInt(config.payerAuthorizer) === 0n ? config.payer : config.payerAuthorizer;
    require_(same(signer, expected), 'voucher_signature_invalid');
  }
  const amount = attempt(() => BigInt(terms.amount), 'cost_above_amount');
  require_(BigInt(cost) <= amount && amount <= BigInt(issued.maxClaimableAmount), 'cost_above_amount');
  return config.payer;
}

/** Checks an EIP-3009 order; returns the payer. */
function order({ requirements: terms, payload, verify }, chainId, signatures) {
  const ordered = payload.authorization;
  const { name, version } = terms.extra || {};
  require_(name && version, 'invalid_exact_evm_missing_eip712_domain');
  if (signatures === 'real') {
    const domain = { name, version, chainId, verifyingContract: terms.asset };
    const signed = attempt(
      () => TypedDataEncoder.hash(domain, { TransferWithAuthorization: fieldsOf(TRANSFER) }, ordered), 'invalid_exact_evm_signature');
    const signer = attempt(() => recoverAddress(signed, payload.signature), 'invalid_exact_evm_signature');
    require_(same(signer, ordered.from), 'invalid_exact_evm_signature');
  }
  require_(same(ordered.to, terms.payTo), 'invalid_exact_evm_recipient_mismatch');
  require_(BigInt(ordered.validBefore) >= BigInt(verify.at) + 6n, 'invalid_exact_evm_payload_authorization_valid_before');
  require_(BigInt(ordered.validAfter) <= BigInt(verify.at), 'invalid_exact_evm_payload_authorization_valid_after');
  const amount = attempt(() => BigInt(terms.amount), 'invalid_exact_evm_authorization_value');
  require_(BigInt(ordered.value) === amount, 'invalid_exact_evm_authorization_value');
  return ordered.from;
}

/** Checks a Permit2 authorisation; returns the payer. */
function permit({ requirements: terms, payload, verify }, chainId, signatures) {
  const allowed = payload.permit2Authorization;
  const isUpto = terms.scheme === 'upto';
  const { facilitator } = allowed.witness;
  require_(same(allowed.spender, PROXIES[terms.scheme]), 'invalid_permit2_spender');
  require_(same(allowed.witness.to, terms.payTo), 'invalid_permit2_recipient_mismatch');
  require_(!isUpto || same(facilitator, terms.extra && terms.extra.facilitatorAddress), 'upto_facilitator_mismatch');
  require_(BigInt(allowed.deadline) >= BigInt(verify.at) + 6n, 'permit2_deadline_expired');
  require_(BigInt(allowed.witness.validAfter) <= BigInt(verify.at), 'permit2_not_yet_valid');
  require_(BigInt(allowed.permitted.amount) === attempt(() => BigInt(terms.amount), 'permit2_amount_mismatch'), 'permit2_amount_mismatch');
  require_(same(allowed.permitted.token, terms.asset), 'permit2_token_mismatch');
  if (signatures === 'real') {
    const signer = attempt(() => recoverAddress(digest(chainId, allowed), payload.signature), 'invalid_permit2_signature');
    require_(same(signer, allowed.from), 'invalid_permit2_signature');
  }
  return allowed.from;
}

function digest(chainId, { permitted, spender, nonce, deadline, witness }) {
  const fields = [{ name: 'to', type: 'address' }];
  if (witness.facilitator !== undefined) { fields.push({ name: 'facilitator', type: 'address' }); }
  fields.push({ name: 'validAfter', type: 'uint256' });
  const types = {
    PermitWitnessTransferFrom: [
      { name: 'permitted', type: 'TokenPermissions' }, { name: 'spender', type: 'address' },
      { name: 'nonce', type: 'uint256' }, { name: 'deadline', type: 'uint256' }, { name: 'witness', type: 'Witness' },
    ],
    TokenPermissions: [{ name: 'token', type: 'address' }, { name: 'amount', type: 'uint256' }],
    Witness: fields,
  };
  const domain = { name: 'Permit2', chainId, verifyingContract: PERMIT2 };
  return TypedDataEncoder.hash(domain, types, { permitted, spender, nonce, deadline, witness });
}

/** The transaction's own checks; returns it decoded. */
function transaction(stated, chainId, target, signatures) {
  const decoded = attempt(() => Transaction.from(stated.raw), 'transaction_malformed');
  require_(decoded.type === 2, 'transaction_malformed');
  require_(same(keccak256(stated.raw), stated.hash), 'transaction_hash_mismatch');
  require_(decoded.chainId === chainId, 'transaction_chain_mismatch');
  require_(same(decoded.to, target), 'transaction_target_mismatch');
  const sender = attempt(() => decoded.from, 'transaction_signature_invalid');
  require_(signatures !== 'real' || sender, 'transaction_signature_invalid');
  return decoded;
}

function settlement({ payment, signatures }) {
  if (!payment || !payment.settlement) { return ABSENT; }
  const { settlement: settled, payload } = payment;
  const amount = BigInt(settled.amount);
  require_(BigInt(payment.cost) <= amount, 'cost_above_settled_amount');
  if (payload.channelConfig) { return claim(payment, amount, signatures); }
  if (payload.authorization) { return transfer(payment, amount, signatures); }
  const allowed = payload.permit2Authorization;
  const permitted = BigInt(allowed.permitted.amount);
  const isUpto = allowed.witness.facilitator !== undefined;
  require_(amount <= permitted, 'settlement_exceeds_amount');
  require_(isUpto || amount === permitted, 'settled_amount_mismatch');
  require_(amount === 0n || settled.transaction, 'settlement_transaction_missing');
  require_(amount > 0n || !settled.transaction, 'settlement_transaction_unexpected');
  if (!settled.transaction) { return undefined; }
  const decoded = transaction(settled.transaction, chainOf(payment), allowed.spender, signatures);
  require_(isSameCall(decoded.data, isUpto, allowed, payload.signature, amount), 'transaction_call_mismatch');
  require_(signatures !== 'real' || !isUpto || same(decoded.from, allowed.witness.facilitator), 'unauthorized_facilitator');
  require_(BigInt(settled.transaction.block.time) >= BigInt(allowed.witness.validAfter), 'settled_too_early');
  require_(BigInt(settled.transaction.block.time) <= BigInt(allowed.deadline), 'settled_after_deadline');
}

/** The token's transfer by exactly this order, within its time. */
function transfer(payment, amount, signatures) {
  const { settlement: settled, payload: { authorization: ordered, signature }, requirements: terms } = payment;
  require_(amount === BigInt(ordered.value), 'settled_amount_mismatch');
  require_(settled.transaction, 'settlement_transaction_missing');
  const { data } = transaction(settled.transaction, chainOf(payment), terms.asset, signatures);
  const call = attempt(() => TOKEN.parseTransaction({ data }), 'transaction_call_mismatch');
  require_(call && call.name === 'transferWithAuthorization', 'transaction_call_mismatch');
  const split = call.args.signature === undefined;
  const given = split ? concat([call.args.r, call.args.s, toBeHex(call.args.v, 1)]) : call.args.signature;
  const parts = split ? [call.args.v, call.args.r, call.args.s] : [given];
  const { from, to, value, validAfter, validBefore, nonce } = ordered;
  const own = TOKEN.encodeFunctionData(call.fragment, [from, to, value, validAfter, validBefore, nonce, ...parts]);
  require_(same(own, data) && same(given, signature), 'transaction_call_mismatch');
  const time = BigInt(settled.transaction.block.time);
  require_(time > BigInt(validAfter), 'settled_too_early');
  require_(time < BigInt(validBefore), 'settled_after_deadline');
}

/** The claim takes from this channel what is stated, and enough to cover this request. */
function claim(payment, amount, signatures) {
  const chainId = chainOf(payment);
  const { settlement: settled, payload, requirements: terms, cost } = payment;
  require_(settled.transaction, 'settlement_transaction_missing');
  const decoded = transaction(settled.transaction, chainId, CHANNELS, signatures);
  const call = attempt(() => CLAIMS.parseTransaction({ data: decoded.data }), 'transaction_call_mismatch');
  require_(call, 'transaction_call_mismatch');
  const idOf = (config) => TypedDataEncoder.hash(channelDomain(chainId), CHANNEL, config.toObject());
  const own = TypedDataEncoder.hash(channelDomain(chainId), CHANNEL, payload.channelConfig);
  const row = call.args.claims.find(({ voucher: claimed }) => same(idOf(claimed.channel), own));
  require_(row, 'claim_missing');
  require_(row.totalClaimed === amount, 'settled_amount_mismatch');
  const charged = BigInt(payload.voucher.maxClaimableAmount) - BigInt(terms.amount) + BigInt(cost);
  require_(charged <= amount, 'claim_below_cost');
}

function isSameCall(data, isUpto, { from, permitted, nonce, deadline, witness }, signature, amount) {
  const inputs = isUpto ? CALLS.upto : CALLS.exact;
  const proxy = new Interface([`function settle(${inputs})`, `function settleWithPermit(${TOKEN_PERMIT},${inputs})`]);
  const call = attempt(() => proxy.parseTransaction({ data }), 'transaction_call_mismatch');
  if (!call) { return false; }
  const permit = { permitted, nonce, deadline };
  const own = isUpto ? [permit, amount, from, witness, signature] : [permit, from, witness, signature];
  const args = call.name === 'settle' ? own : [call.args[0], ...own];
  return same(proxy.encodeFunctionData(call.fragment, args), data);
}

function model({ model: stated, request: asked }) {
  if (!stated) { return ABSENT; }
  const named = attempt(() => JSON.parse(asked.canonical).model, 'model_name_mismatch');
  require_(named === stated.name, 'model_name_mismatch');
  require_(!/^[A-Za-z0-9_-]{43}$/.test(stated.name) || stated.name === stated.blobId, 'model_blob_mismatch');
}

function node({ node: stated }) {
  require_(same(keccak256(base64(stated.publicKey)), stated.teeId), 'tee_id_not_of_signing_key');
}

function attested({ node: stated, answer: answered }, roots) {
  const claim = stated.attestation;
  if (!claim) { return ABSENT; }
  const fingerprint = attempt(() => attestation.fingerprint(claim.root), 'root_not_trusted');
  require_(roots.includes(fingerprint), 'root_not_trusted');
  const measurements = attempt(() => attestation.verify({
    document: base64(claim.document), publicKey: base64(stated.publicKey),
    tlsCertificate: base64(claim.tlsCertificate), rootPem: claim.root, at: claim.at,
  }), 'attestation_refused');
  require_(same(keccak256(measurements), claim.pcrHash), 'pcr_hash_mismatch');
  require_(claim.bootTime <= answered.timestamp, 'answered_before_boot');
}

/** The registry's word on the enclave at the block it was read at; active is recomputed. */
function registry({ registry: stated, answer: answered }) {
  if (!stated) { return ABSENT; }
  const { registered, enabled, approved, lastHeartbeatAt, block } = stated;
  require_(registered, 'tee_not_registered');
  require_(enabled, 'tee_not_enabled');
  require_(approved, 'pcr_not_approved');
  const age = block.time - lastHeartbeatAt;
  require_(age >= 0 && age <= 1800, 'heartbeat_too_old');
  require_(Math.abs(block.time - answered.timestamp) <= 1800, 'standing_outside_window');
}

function answer({ request: asked, node: stated, answer: answered, signatures }) {
  require_(same(keccak256(toUtf8Bytes(answered.output)), answered.outputHash), 'output_hash_mismatch');
  if (signatures !== 'real') { return; }
  const message = keccak256(concat([asked.hash, answered.outputHash, toBeHex(answered.timestamp, 32)]));
  const isSigned = attempt(() => {
    const key = crypto.createPublicKey({ key: base64(stated.publicKey), format: 'der', type: 'spki' });
    const options = { key, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    return crypto.verify('sha256', Buffer.from(message.slice(2), 'hex'), options, base64(answered.signature));
  }, 'answer_signature_invalid');
  require_(isSigned, 'answer_signature_invalid');
}

function verification({ verification: stated, answer: answered }) {
  if (!stated) { return ABSENT; }
  require_(stated.result === 'accepted', 'answer_rejected');
  require_(same(stated.outputHash, answered.outputHash), 'verified_output_mismatch');
}

function evidence(receipt) {
  const { evidence: stated, signatures } = receipt;
  if (!stated || stated.type === 'private') { return ABSENT; }
  const { request: asked, node: by, answer: answered } = receipt;
  const row = [by.teeId, asked.hash, answered.outputHash, hex(base64(answered.signature)), String(answered.timestamp)];
  const blobId = hex(toUtf8Bytes(stated.blobId));
  if (stated.type === 'batch') {
    require_(StandardMerkleTree.verify(stated.root, ROW_TYPES, row, stated.proof), 'merkle_proof_mismatch');
  }
  const decoded = transaction(stated.transaction, EVIDENCE_CHAIN, stated.relay, signatures);
  const call = attempt(() => RELAY.parseTransaction({ data: decoded.data }), 'transaction_call_mismatch');
  const name = stated.type === 'batch' ? 'batchSettle' : 'settleIndividual';
  require_(call && call.name === name, 'transaction_call_mismatch');
  if (stated.type === 'batch') {
    require_(same(call.args.root, stated.root), 'evidence_root_mismatch');
    require_(call.args.size === BigInt(stated.size), 'evidence_size_mismatch');
    require_(same(call.args.blobId, blobId), 'evidence_blob_mismatch');
    return;
  }
  const { teeId, inputHash, outputHash, signature, timestamp } = call.args;
  const settled = [teeId, inputHash, outputHash, signature, String(timestamp)];
  require_(settled.every((value, i) => same(value, row[i])), 'evidence_row_mismatch');
  require_(same(call.args.ethAddress, stated.ethAddress), 'evidence_payer_mismatch');
  require_(same(call.args.blobId, blobId), 'evidence_blob_mismatch');
  const age = stated.transaction.block.time - answered.timestamp;
  require_(age >= -300 && age <= 3600, 'evidence_outside_window');
}

function payout({ payout: stated, payment }) {
  if (!stated) { return ABSENT; }
  require_(payment, 'payout_without_payment');
  require_(BigInt(stated.distributed) <= BigInt(payment.cost), 'payout_above_cost');
  require_(stated.transfers.every((t) => BigInt(t.amount) > 0n && !same(t.from, t.to)), 'payout_transfer_empty');
  const sum = stated.transfers.reduce((total, t) => total + BigInt(t.amount), 0n);
  require_(sum === BigInt(stated.distributed), 'payout_sum_mismatch');
}

const LINKS = { request, authorization, settlement, model, node, attestation: attested, registry, answer, verification, evidence, payout };

/** [{ link, status, reason?, detail? }] in the chain's order. */
exports.check = (receipt, roots) => Object.entries(LINKS).map(([link, step]) => {
  try {
    return { link, status: step(receipt, roots) === ABSENT ? 'absent' : 'holds' };
  } catch (error) {
    if (error instanceof Broken) { return { link, status: 'broken', reason: error.reason, detail: error.detail }; }
    return { link, status: 'broken', reason: 'unreadable', detail: error.message };
  }
});
