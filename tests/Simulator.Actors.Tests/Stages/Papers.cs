using Simulator.Actors.Network;
using Simulator.Actors.Users.Purses;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Tests.Stages;

/// <summary>What the parties of the tests hold and hand each other: keys, prices, payments, answers.</summary>
internal static class Papers
{
    /// <summary>2026-01-01T00:00:00Z.</summary>
    public static readonly UnixClock Clock = new(1_767_225_600);

    public static readonly PrivateKey UserKey = PrivateKey.FromSeed("traders/1");
    public static readonly PrivateKey FacilitatorKey = PrivateKey.FromSeed("main/1");
    public static readonly PrivateKey OtherFacilitatorKey = PrivateKey.FromSeed("main/2");
    public static readonly PrivateKey BatchWorkerKey = PrivateKey.FromSeed("main/1/batch");
    public static readonly PrivateKey IndividualWorkerKey = PrivateKey.FromSeed("main/1/individual");
    public static readonly Address BatchWorker = Secp256k1.AddressOf(BatchWorkerKey);
    public static readonly Address IndividualWorker = Secp256k1.AddressOf(IndividualWorkerKey);
    public static readonly Address Relay = Address.Parse("0x0000000000000000000000000000000000005e77");
    public static readonly Address User = Secp256k1.AddressOf(UserKey);
    public static readonly Address Facilitator = Secp256k1.AddressOf(FacilitatorKey);
    public static readonly Address PayTo = Secp256k1.AddressOf(PrivateKey.FromSeed("honest/1"));

    public static readonly OpgAmount Maximum = new(OpgAmount.OneOpg.BaseUnits / 10);
    public static readonly OpgAmount Price = new(OpgAmount.OneOpg.BaseUnits / 25);

    public static EnclaveSigningKey NodeKey { get; } = EnclaveKeyPool.OfThisMachine[0];

    public static EnclaveSigningKey StrangersKey { get; } = EnclaveKeyPool.OfThisMachine[1];

    public static PaymentRequirements Requirements(string? amount = null, Address? facilitator = null) => new(
        X402Protocol.UptoScheme,
        X402Protocol.Network(Deployments.BaseChainId),
        Deployments.OpgToken.ToString(),
        amount ?? Maximum.BaseUnits.ToString(System.Globalization.CultureInfo.InvariantCulture),
        PayTo.ToString(),
        300,
        RequirementsExtra.Permit2("OpenGradient", "1", facilitator ?? Facilitator));

    /// <summary>The header of a 402.</summary>
    public static string Challenge(string error = "Payment required", PaymentRequirements? requirements = null) =>
        new PaymentRequired(new ResourceInfo("https://node.invalid/v1/inference"), [requirements ?? Requirements()], error).ToHeader();

    /// <summary>A signed answer to a 402, made at the start of the run.</summary>
    public static PaymentPayload Pay(string challenge, uint attempt = 1)
    {
        Assert.True(PaymentRequired.FromHeader(challenge).TryGet(out PaymentRequired? required));
        string? declined = new Wallet(UserKey).Decide(
            required, Clock.StartUnixSeconds, new KeyedRandom(7, 0, "traders/1"), (ulong)attempt, out PaymentIntent? intent);
        Assert.Null(declined);
        Assert.True(PaymentPayload.FromHeader(intent!.Sign()).TryGet(out PaymentPayload? payment));
        return payment;
    }

    /// <summary>A signed answer of a node to a question.</summary>
    public static byte[] Answer(byte[] question, EnclaveSigningKey key, string said = "0.2", string? signed = null)
    {
        TensorSet outputs = Outputs(said);
        SignedResponse proof = SignedResponse.Sign(key, question, Outputs(signed ?? said).ToCanonicalText(), Clock.StartUnixSeconds);
        return new MlInferenceResponse(outputs, Hash32.Zero, proof).ToJson();
    }

    private static TensorSet Outputs(string text) => new([], [new StringTensor("volatility", [text], [1])]);
}
