using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>The token contract moved OPG. A mint comes from the zero address, a burn goes to it.</summary>
/// <param name="Chain">Name of the chain.</param>
/// <param name="Height">Block height.</param>
/// <param name="Transaction">Transaction hash; zero for genesis.</param>
/// <param name="From">Debited address.</param>
/// <param name="To">Credited address.</param>
/// <param name="Amount">What moved.</param>
/// <param name="Cause">Why: <c>genesis</c>, <c>settlement</c>, …</param>
public sealed record TokenTransferred(
    string Chain,
    long Height,
    Hash32 Transaction,
    Address From,
    Address To,
    OpgAmount Amount,
    string Cause) : Observation;
