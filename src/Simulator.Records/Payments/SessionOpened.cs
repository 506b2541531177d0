using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A gateway opened an upto session on one authorisation.</summary>
/// <param name="Session">Session id (UUID text).</param>
/// <param name="Gateway">Actor name.</param>
/// <param name="Request">The request that opened it.</param>
/// <param name="Payer">Owner of the tokens.</param>
/// <param name="Nonce">Permit2 nonce.</param>
/// <param name="Maximum">Signed maximum.</param>
public sealed record SessionOpened(
    string Session,
    string Gateway,
    RequestId Request,
    Address Payer,
    UInt256 Nonce,
    OpgAmount Maximum) : Observation;
