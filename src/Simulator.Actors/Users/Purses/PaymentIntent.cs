using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users.Purses;

/// <summary>A payment a user has decided on: everything but the signature.</summary>
/// <param name="Authorization">What will be signed.</param>
/// <param name="Accepted">The server's requirements, echoed as they came.</param>
/// <param name="Resource">What is paid for, echoed as it came.</param>
/// <param name="ChainId">Chain of the token.</param>
/// <param name="Maximum">The most that may move.</param>
/// <param name="Key">The payer's key.</param>
internal sealed record PaymentIntent(
    Permit2Authorization Authorization,
    PaymentRequirements Accepted,
    ResourceInfo? Resource,
    ulong ChainId,
    OpgAmount Maximum,
    PrivateKey Key)
{
    /// <summary>False when it is in another's name, so that it binds nobody.</summary>
    public bool IsPromise { get; init; } = true;

    /// <summary>The PAYMENT-SIGNATURE header. A pure function; runs as a job.</summary>
    public string Sign()
    {
        EthereumSignature signature = Secp256k1.Sign(Permit2TypedData.Digest(ChainId, Authorization), Key);
        return new PaymentPayload(new Permit2Payload(signature.ToString(), Authorization), Accepted, Resource).ToHeader();
    }

    public PaymentAuthorised ToObservation(RequestId request) => new(
        request,
        Authorization.From,
        Authorization.Nonce,
        Maximum,
        Authorization.Witness.To,
        (long)Authorization.Deadline.Low);
}
