using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>One double-entry posting of the ledger that is derived from the token's transfers.</summary>
/// <param name="Chain">Name of the chain; each has a ledger of its own.</param>
/// <param name="Entry">Number of the posting, from 1.</param>
/// <param name="Height">Block height.</param>
/// <param name="Transaction">Transaction hash; zero for genesis.</param>
/// <param name="Debit">Account that gives: a party's name, or <c>mint</c>.</param>
/// <param name="Credit">Account that receives: a party's name, or <c>burn</c>.</param>
/// <param name="Amount">The amount on both sides.</param>
/// <param name="Cause">Why.</param>
public sealed record LedgerPosted(
    string Chain,
    long Entry,
    long Height,
    Hash32 Transaction,
    string Debit,
    string Credit,
    OpgAmount Amount,
    string Cause) : Observation;
