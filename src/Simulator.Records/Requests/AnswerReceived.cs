using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>Everything a user holds in hand when it judges an answer; enough for anyone to judge it again.</summary>
/// <param name="Request">The request.</param>
/// <param name="TeeId">keccak of the signing key's SPKI, as the answer claims.</param>
/// <param name="InputHash">keccak of the request bytes that the user sent.</param>
/// <param name="OutputHash">keccak of the output string that the user got.</param>
/// <param name="Timestamp">Unix seconds at signing.</param>
/// <param name="Signature">RSA-PSS signature bytes.</param>
/// <param name="Price">What the gateway says this answer costs.</param>
/// <param name="Output">The output string, for the receipt.</param>
public sealed record AnswerReceived(
    RequestId Request,
    Hash32 TeeId,
    Hash32 InputHash,
    Hash32 OutputHash,
    long Timestamp,
    byte[] Signature,
    OpgAmount Price,
    string? Output = null) : Observation;
