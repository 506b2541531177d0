using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Chain.Proxies;
using Simulator.Chain.Token;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>
/// Collects by Permit2: the payer's permit binds the channel as its witness; money goes straight to the channels.
/// </summary>
/// <remarks>Data: nonce, deadline, signature, and an EIP-2612 approval (value, deadline, v, r, s) or nothing.</remarks>
public sealed class Permit2DepositCollector(ContractMachine machine, Permit2Contract permit2)
    : DepositCollector(machine, Deployments.Permit2DepositCollector)
{
    public const string WitnessTypeString =
        "DepositWitness witness)DepositWitness(bytes32 channelId)TokenPermissions(address token,uint256 amount)";

    private static readonly Hash32 WitnessTypeHash = TypedData.TypeHash("DepositWitness(bytes32 channelId)");

    /// <summary>Struct hash of the witness the payer signs.</summary>
    public static Hash32 WitnessHash(Hash32 channelId)
    {
        StructHasher hasher = new(WitnessTypeHash);
        hasher.Add(channelId);
        return hasher.Finish();
    }

    /// <summary>The collector's data as the channel contract passes it on.</summary>
    public static byte[] Encode(UInt256 nonce, UInt256 deadline, byte[] signature, byte[] approval) =>
        new AbiWriter().Number(nonce).Number(deadline).Bytes(signature).Bytes(approval).ToArray();

    /// <summary>The approval inside the data.</summary>
    public static byte[] EncodeApproval(UInt256 value, UInt256 deadline, EthereumSignature signature) =>
        new AbiWriter()
            .Number(value)
            .Number(deadline)
            .Number((ulong)signature.V)
            .Number(signature.R)
            .Number(signature.S)
            .ToArray();

    private protected override Revert? Pull(
        in CallContext context, Address payer, Address token, UInt256 amount, Hash32 channelId, byte[] data)
    {
        AbiReader reader = new(data);
        UInt256 nonce = reader.Number();
        UInt256 deadline = reader.Number();
        byte[] signature = reader.Bytes();
        byte[] approval = reader.Bytes();
        if (!reader.IsValid)
        {
            return SolidityErrors.Bare();
        }

        if (approval.Length > 0 && Approve(context, payer, token, amount, approval) is { } refused)
        {
            return refused;
        }

        return permit2.Take(
            context.From(Address),
            new PermittedTransfer(token, amount, nonce, deadline),
            Deployments.BatchSettlement,
            payer,
            WitnessHash(channelId),
            WitnessTypeString,
            signature);
    }

    private Revert? Approve(in CallContext context, Address payer, Address token, UInt256 amount, byte[] approval)
    {
        AbiReader reader = new(approval);
        UInt256 value = reader.Number();
        UInt256 deadline = reader.Number();
        byte v = (byte)reader.Number(8).Low;
        EthereumSignature signature = new(reader.Number(), reader.Number(), v);
        if (!reader.IsValid || Machine.Find(token) is not IErc20 erc20)
        {
            return SolidityErrors.Bare();
        }

        if (value != amount)
        {
            return new Revert(ChannelErrors.Permit2612AmountMismatch);
        }

        CallContext inner = context.From(Address);
        PermitCall call = new(token, payer, permit2.Address, value, deadline, signature);
        if (Machine.Try(() => erc20.Permit(inner, call)) is { } failure)
        {
            Emit(Eip2612PermitFailed.Of(token, payer, failure));
        }

        return null;
    }
}
