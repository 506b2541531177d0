using Simulator.Chain.Access;
using Simulator.Chain.Execution;
using Simulator.Chain.Verification;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Chain.Relay;

/// <summary>InferenceSettlementRelay: where evidence reaches the chain, in batches or one by one.</summary>
/// <remarks>
/// A batch is an event and nothing else: no signature is checked, no root remembered. An individual settlement checks
/// one
/// signature and can be repeated as long as its time bounds hold. Source: protocol facts §5.6.
/// </remarks>
public sealed class InferenceSettlementRelay : Contract
{
    public static readonly Address DefaultAddress = Address.Parse("0x0000000000000000000000000000000000005e77");

    public static readonly Hash32 RelayRole = Roles.Named("SETTLEMENT_RELAY_ROLE");

    public const string InvalidSignature = "Invalid signature";

    private readonly TeeVerifier verifier;

    public InferenceSettlementRelay(ContractMachine machine, Address address, Address deployer, TeeVerifier verifier)
        : base(machine, address)
    {
        this.verifier = verifier;
        Roles = new Roles(machine.State, address, 0, Emit);
        Roles.Grant(Roles.Admin, deployer);
        Roles.Grant(RelayRole, deployer);
    }

    public Roles Roles { get; }

    /// <summary>
    /// The view <c>verifyProof</c>: folds sorted pairs from the leaf to the root, the leaf used as given.
    /// </summary>
    public static bool VerifyProof(IReadOnlyList<Hash32> proof, Hash32 root, Hash32 leaf) =>
        proof.Aggregate(leaf, HashPair) == root;

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) =>
        Roles.Calls.Decode(Address, callData) ?? base.Decode(callData);

    public override Revert? Execute(in CallContext context, ContractCall call)
    {
        (bool handled, Revert? revert) = Roles.Execute(context, call);
        if (handled)
        {
            return revert;
        }

        return call switch
        {
            BatchSettleCall c => Roles.Check(RelayRole, context.Sender) ?? Publish(c),
            SettleIndividualCall c => Roles.Check(RelayRole, context.Sender) ?? Publish(context.Block, c),
            _ => SolidityErrors.Bare(),
        };
    }

    private static Hash32 HashPair(Hash32 left, Hash32 right)
    {
        StructHasher hasher = new(left < right ? left : right);
        hasher.Add(left < right ? right : left);
        return hasher.Finish();
    }

    private Revert? Publish(BatchSettleCall call)
    {
        Emit(new BatchSettlement(call.Root, call.Size, call.BlobId));
        return null;
    }

    private Revert? Publish(in BlockContext block, SettleIndividualCall call)
    {
        if (!verifier.VerifySignature(block, call.Row))
        {
            return SolidityErrors.Message(InvalidSignature);
        }

        Emit(new IndividualSettlement(call.Row, call.EthAddress, call.BlobId));
        return null;
    }
}
