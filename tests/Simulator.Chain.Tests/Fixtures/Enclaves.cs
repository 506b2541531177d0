using Simulator.Chain.Blocks;
using Simulator.Chain.Registry;
using Simulator.Chain.Signatures;
using Simulator.Chain.Staking;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;

namespace Simulator.Chain.Tests.Fixtures;

/// <summary>
/// The network's own chain with an admin, an operator, one approved image and real enclaves to register.
/// </summary>
internal sealed class Enclaves
{
    public const ulong Genesis = 1_770_000_000;
    public const byte LlmProxy = 0;

    public static readonly PrivateKey AdminKey = PrivateKey.FromSeed("admin");
    public static readonly PrivateKey OperatorKey = PrivateKey.FromSeed("operator");
    public static readonly Address Admin = Secp256k1.AddressOf(AdminKey);
    public static readonly Address Operator = Secp256k1.AddressOf(OperatorKey);
    public static readonly Address Stranger = Secp256k1.AddressOf(PrivateKey.FromSeed("stranger"));

    public static readonly PcrMeasurements Image = new(Filled(1), Filled(2), Filled(3));

    private static readonly SimulatedVendor Vendor = new();

    public Enclaves()
    {
        World = new InferenceChain(
            InferenceChain.OgEvmSettings, Admin, new StakingSettings(
                ), Secp256k1Recovery.Shared, NitroPrecompile.Shared);
        World.Start(new ChainGenesis(Genesis,
        [
            new GenesisAccount(Admin, OpgAmount.FromWholeOpg(100), 1) { ApprovesStaking = true },
            new GenesisAccount(Operator, OpgAmount.FromWholeOpg(100_000), 1) { ApprovesStaking = true },
        ]));
        Do(Admin, new Access.GrantRoleCall(World.Registry.Address, TeeRegistry.Operator, Operator));
        Do(
            Admin,
            new SetAwsRootCertificateCall(World.Registry.Address, System.Text.Encoding.ASCII.GetBytes(Vendor.RootPem)));
        Do(Admin, new AddTeeTypeCall(World.Registry.Address, LlmProxy, "LLMProxy"));
        Do(Admin, new ApprovePcrCall(World.Registry.Address, Image, "1.0", LlmProxy));
    }

    public InferenceChain World { get; }

    public TeeRegistry Registry => World.Registry;

    public ulong Now => World.Chain.Head.UnixTime;

    public Hash32 Root => World.Chain.Machine.State.Root;

    public static EnclaveSigningKey KeyOf(int enclave) => EnclaveKeyPool.OfThisMachine[enclave];

    /// <summary>
    /// A correct registration of enclave number n with a document made <paramref name="age"/> seconds ago.
    /// </summary>
    public RegisterTeeCall Registration(int enclave, ulong age = 10, PcrMeasurements? image = null)
    {
        PcrMeasurements measured = image ?? Image;
        EnclaveSigningKey key = KeyOf(enclave);
        byte[] tls = EnclaveTlsCertificate.Make($"enclave {enclave}", "10.0.0.1", (long)Genesis);
        AttestationRequest request = new(
            AttestationRequest.ModuleIdOf("node", enclave),
            new EnclaveMeasurements([.. measured.Pcr0], [.. measured.Pcr1], [.. measured.Pcr2]),
            (Now - age) * 1000,
            KeyBinding.Encode(tls, key.Spki.Span));
        return new RegisterTeeCall(
            Registry.Address, Vendor.Attest(request), key.Spki.ToArray(), tls, Operator, "https://10.0.0.1", LlmProxy);
    }

    public Hash32 Register(int enclave)
    {
        Assert.Null(Try(Operator, Registration(enclave)));
        return KeyOf(enclave).TeeId;
    }

    public HeartbeatCall Heartbeat(int enclave, ulong timestamp)
    {
        EnclaveSigningKey key = KeyOf(enclave);
        return new HeartbeatCall(
            Registry.Address, key.TeeId, timestamp, key.Sign(TeeRegistry.HeartbeatHash(key.TeeId, timestamp)));
    }

    /// <summary>The revert of the call alone in the next block, a second later, or null.</summary>
    public string? Try(Address sender, ContractCall call, ulong after = 1) =>
        Run(sender, call, after).Revert?.ToString();

    public TransactionReceipt Run(Address sender, ContractCall call, ulong after = 1)
    {
        BlockResult block = World.Chain.Produce(Now + after,
        [
            new ChainTransaction
            {
                Hash = Keccak256.Hash(call.Encode()),
                Sender = sender,
                ChainId = Deployments.OgEvmChainId,
                Nonce = World.Chain.Account(sender).Nonce,
                GasLimit = 9_000_000,
                To = call.Target,
                Data = call.Encode(),
            },
        ]);
        return Assert.Single(block.Receipts);
    }

    public void Wait(ulong seconds) => World.Chain.Produce(Now + seconds, []);

    private static byte[] Filled(byte value) => [.. Enumerable.Repeat(value, 48)];

    private void Do(Address sender, ContractCall call) => Assert.Null(Try(sender, call, after: 0));
}
