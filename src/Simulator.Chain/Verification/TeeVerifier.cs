using Simulator.Chain.Access;
using Simulator.Chain.Execution;
using Simulator.Chain.Registry;
using Simulator.Chain.State;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Chain.Verification;

/// <summary>TEEInferenceVerifier and TEEBatchVerifier: is this answer signed by an enclave that is enabled?</summary>
/// <remarks>
/// <em>Enabled</em>, not active: neither the age of the heartbeat nor the measurement is asked for. Source: protocol
/// facts §5.5.
/// </remarks>
public sealed class TeeVerifier : Contract
{
    public static readonly Address DefaultAddress = Address.Parse("0x0000000000000000000000000000000000007e51");

    /// <summary>An answer older than this is not settled, in seconds.</summary>
    public const ulong MaxInferenceAge = 3600;

    /// <summary>How far an enclave's clock may run ahead of the block, in seconds.</summary>
    public const ulong FutureTolerance = 300;

    private static readonly CallCatalogue Calls =
        new CallCatalogue().With(SetRegistryCall.Function, SetRegistryCall.Read);

    private readonly IAttestationPrecompile precompile;
    private readonly StateCell<Address> registry;

    public TeeVerifier(
        ContractMachine machine,
        Address address,
        Address deployer,
        TeeRegistry registry,
        IAttestationPrecompile precompile)
        : base(machine, address)
    {
        this.precompile = precompile;
        Roles = new Roles(machine.State, address, 0, Emit);
        this.registry = machine.State.Cell<Address>(address, 1, static (w, value) => w.Address(value));
        this.registry.Value = registry.Address;
        Roles.Grant(Roles.Admin, deployer);
    }

    public Roles Roles { get; }

    public Address Registry => registry.Value;

    /// <summary>What an enclave signs: Keccak-256 of input hash, output hash and Unix time.</summary>
    public static Hash32 ComputeMessageHash(Hash32 inputHash, Hash32 outputHash, UInt256 timestamp)
    {
        StructHasher hasher = new(inputHash);
        hasher.Add(outputHash);
        hasher.Add(timestamp);
        return hasher.Finish();
    }

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) =>
        Calls.Decode(Address, callData) ?? Roles.Calls.Decode(Address, callData);

    public override Revert? Execute(in CallContext context, ContractCall call)
    {
        (bool handled, Revert? revert) = Roles.Execute(context, call);
        if (handled)
        {
            return revert;
        }

        return call is SetRegistryCall c
            ? Roles.Check(Roles.Admin, context.Sender) ?? Replace(c.Registry)
            : SolidityErrors.Bare();
    }

    /// <summary>The view <c>verifySignature</c>: both bounds of the time are still valid.</summary>
    public bool VerifySignature(in BlockContext block, SettlementRow proof)
    {
        UInt256 earliest = block.UnixTime > MaxInferenceAge ? block.UnixTime - MaxInferenceAge : 0UL;
        UInt256 latest = block.UnixTime + FutureTolerance;
        return IsEnabled(proof.TeeId)
            && proof.Timestamp >= earliest
            && proof.Timestamp <= latest
            && VerifySignatureNoTimestamp(proof);
    }

    /// <summary>The batch verifier's view: the same without bounds on the time.</summary>
    public bool VerifySignatureNoTimestamp(SettlementRow proof) =>
        IsEnabled(proof.TeeId)
        && precompile.VerifyRsaPss(
            Current!.TeePublicKey(proof.TeeId),
            ComputeMessageHash(proof.InputHash, proof.OutputHash, proof.Timestamp),
            proof.TeeSignature);

    private TeeRegistry? Current => Machine.Find(registry.Value) as TeeRegistry;

    private bool IsEnabled(Hash32 id) => Current?.IsTeeEnabled(id) ?? false;

    private Revert? Replace(Address replacement)
    {
        if (replacement.IsZero)
        {
            return new Revert(VerifierErrors.InvalidRegistryAddress);
        }

        Emit(new RegistryUpdated(registry.Value, replacement));
        registry.Value = replacement;
        return null;
    }
}
