import { keccak256, recoverAddress, Signature, SigningKey, Transaction, TypedDataEncoder, Wallet } from "ethers";

export const ethersAnswers = {
  "ethers.keccak": ({ bytes }) => keccak256(bytes),
  "ethers.address": ({ key }) => new Wallet(key).address,
  "ethers.sign": ({ key, digest }) => new SigningKey(key).sign(digest).serialized,
  "ethers.recover": ({ digest, signature }) => recoverAddress(digest, signature),
  "ethers.compact": ({ signature }) => Signature.from(signature).compactSerialized,
  "ethers.typedData": ({ domain, types, message }) => TypedDataEncoder.hash(domain, types, message),
  "ethers.transaction": ({ bytes }) => {
    const transaction = Transaction.from(bytes);
    return { from: transaction.from, hash: transaction.hash, serialized: transaction.serialized };
  },
};
