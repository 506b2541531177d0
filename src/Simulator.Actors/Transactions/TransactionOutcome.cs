using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Transactions;

/// <summary>What became of a transaction.</summary>
/// <param name="Number">The number it was given when it was sent.</param>
/// <param name="Transaction">Its hash.</param>
/// <param name="Confirmed">False: 120 s went by without a receipt.</param>
/// <param name="Revert">Name of the contract's error; null on success, and while unconfirmed.</param>
internal readonly record struct TransactionOutcome(ulong Number, Hash32 Transaction, bool Confirmed, string? Revert);
