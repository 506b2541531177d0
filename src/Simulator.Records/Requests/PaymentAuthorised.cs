using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A user signed a payment authorisation: the promise every later movement of money must keep.</summary>
/// <param name="Request">The request it was first signed for.</param>
/// <param name="Payer">Owner of the tokens.</param>
/// <param name="Nonce">Permit2 nonce; (payer, nonce) names the authorisation.</param>
/// <param name="Maximum">The most that may ever move under it.</param>
/// <param name="Recipient">The only address that may receive.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record PaymentAuthorised(
    RequestId Request,
    Address Payer,
    UInt256 Nonce,
    OpgAmount Maximum,
    Address Recipient,
    long Deadline) : Observation;
