using System.Text;
using Simulator.Actors.FullNodes;
using Simulator.Actors.Rpc;
using Simulator.Chain.Blocks;
using Simulator.Chain.Consensus;
using Simulator.Chain.Pipe;
using Simulator.Chain.Registry;
using Simulator.Chain.Signatures;
using Simulator.Chain.Staking;
using Simulator.Inference.Catalogue;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Registry;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Tests.Stages;

/// <summary>A full node of the inference chain on a stage of its own, its only validator, with two enclaves on record.</summary>
internal static class ChainCast
{
    public static readonly ActorRef Peer = new(20);
    public static readonly ActorRef Caller = new(21);

    private const byte LlmProxy = 0;

    private static readonly SimulatedVendor Vendor = new();
    private static readonly PrivateKey AdminKey = PrivateKey.FromSeed("admin");
    private static readonly Address Admin = Secp256k1.AddressOf(AdminKey);
    private static readonly Ed25519Key VoteKey = Ed25519Key.FromSeed("validators/1");

    private static readonly EnclaveMeasurements Image = new(
        [.. Enumerable.Repeat((byte)1, 48)], [.. Enumerable.Repeat((byte)2, 48)], [.. Enumerable.Repeat((byte)3, 48)]);

    /// <summary>The content id of the model that every store ships.</summary>
    public static string ModelId { get; } =
        Assert.IsType<ModelLookup.Found>(ModelStore.Shipped().Find("volatility@1.2")).Blob.BlobId;

    public static EnclaveSigningKey KeyOf(int node) => EnclaveKeyPool.OfThisMachine.KeyOf(new BootIdentity(node, 0));

    /// <summary>Enclave 0 is reached at the first gateway, enclave 1 at the second.</summary>
    public static (Stage Stage, InferenceChain Chain) FullNode(Func<FullNodeSettings, FullNodeSettings>? change = null)
    {
        InferenceChain chain = new(
            InferenceChain.OgEvmSettings, Admin, new StakingSettings(), Secp256k1Recovery.Shared, NitroPrecompile.Shared);
        ValidatorSet validators = new([new Validator("validators/1", VoteKey.PublicKey, 1, Admin)]);
        FullNodeSettings settings = new()
        {
            Chain = chain,
            Genesis = Genesis(),
            Timeouts = new ConsensusTimeouts(),
            Until = SimTime.Start + SimDuration.FromSeconds(60),
            Clock = Papers.Clock,
            Names = new SortedDictionary<Address, string>(),
            RecoveryTime = SimDuration.FromMicroseconds(30),
            Validators = validators,
            Nodes = [new ActorRef(1_000), Peer],
            Self = 0,
            SignsVotes = false,
            Signatures = new SignatureMemo(validators, "10740", isReal: false),
            GossipInterval = SimDuration.FromSeconds(10),
            AnnouncesBlocks = true,
            Disk = new FullNodeDisk(),
            Endpoints = new SortedDictionary<string, (string Name, ActorRef Gateway)>
            {
                [EndpointOf(0)] = ("honest/1", Cast.FirstGateway),
                [EndpointOf(1)] = ("honest/2", Cast.SecondGateway),
            },
        };
        return (new Stage("validators/1", _ => new FullNode(change?.Invoke(settings) ?? settings)), chain);
    }

    /// <summary>The admin registers both enclaves in the next block.</summary>
    public static void Register(Stage fullNode)
    {
        for (int node = 0; node <= 1; node++)
        {
            RegisterTeeCall call = Registration(node);
            SignedTransaction transaction = new Eip1559Transaction(
                Deployments.OgEvmChainId,
                (ulong)node,
                UInt256.Zero,
                UInt256.Zero,
                3_000_000,
                call.Target,
                UInt256.Zero,
                call.Encode(),
                []).Sign(AdminKey);
            fullNode.Deliver(new SendRawTransaction(1, transaction.Encode()), Caller);
        }

        fullNode.Wait(SimDuration.FromSeconds(1));
    }

    /// <summary>A signed call of the hub.</summary>
    public static SignedTransaction Ask(PrivateKey key, ulong nonce, InferenceMode mode = InferenceMode.Tee)
    {
        TensorSet inputs = new(new FixedPointTensor("x", [new FixedPoint((Int128)nonce, 1)], [1]));
        return Send(key, nonce, new RunModelCall(InferenceHub.DefaultAddress, ModelId, mode, inputs).Encode());
    }

    /// <summary>A signed transaction to the hub with whatever call data; without any it asks for nothing.</summary>
    public static SignedTransaction Send(PrivateKey key, ulong nonce, byte[] data) => new Eip1559Transaction(
        Deployments.OgEvmChainId,
        nonce,
        UInt256.Zero,
        UInt256.Zero,
        300_000,
        data.Length == 0 ? Papers.PayTo : InferenceHub.DefaultAddress,
        UInt256.Zero,
        data,
        []).Sign(key);

    public static Hash32 RequestOf(SignedTransaction transaction) => PreExecution.RequestIdOf(transaction.Hash());

    public static PreExecution Answer(SignedTransaction transaction, int node, SimTime now) => PreExecution.Sign(
        KeyOf(node),
        RequestOf(transaction),
        transaction.Transaction.Data,
        new ModelOutput(new TensorSet(new FixedPointTensor("y", [new FixedPoint(2, 1)], [1]))).Encode(),
        "",
        (ulong)Papers.Clock.At(now));

    private static string EndpointOf(int node) => FormattableString.Invariant($"https://honest-{node + 1}.invalid");

    private static InferenceGenesis Genesis() => new()
    {
        UnixTime = (ulong)Papers.Clock.StartUnixSeconds,
        Accounts = [],
        Admin = Admin,
        VendorRoot = Encoding.ASCII.GetBytes(Vendor.RootPem),
        Builds =
        [
            new ApprovedBuild(
                new PcrMeasurements([.. Image.Pcr0], [.. Image.Pcr1], [.. Image.Pcr2]), "1.0", LlmProxy),
        ],
    };

    private static RegisterTeeCall Registration(int node)
    {
        long now = Papers.Clock.StartUnixSeconds;
        EnclaveBoot boot = new(new BootIdentity(node, 0), EnclaveKeyPool.OfThisMachine, Image, "node.invalid", now);
        return new RegisterTeeCall(
            TeeRegistry.DefaultAddress,
            boot.Attest(Vendor, (ulong)now * 1_000, null),
            boot.SigningKey.Spki.ToArray(),
            boot.TlsCertificate.ToArray(),
            Papers.PayTo,
            EndpointOf(node),
            LlmProxy);
    }
}
