using Simulator.Chain.Execution;
using Simulator.Chain.Token;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>Collects by EIP-3009: the payer's authorization names the collector, which passes the money on.</summary>
/// <remarks>
/// Data: validAfter, validBefore, salt, signature. The token nonce is Keccak-256 of channel id and salt.
/// </remarks>
public sealed class Erc3009DepositCollector(ContractMachine machine)
    : DepositCollector(machine, Deployments.Erc3009DepositCollector)
{
    /// <summary>The nonce the payer signs at the token.</summary>
    public static Hash32 NonceOf(Hash32 channelId, UInt256 salt)
    {
        StructHasher hasher = new(channelId);
        hasher.Add(salt);
        return hasher.Finish();
    }

    /// <summary>The collector's data as the channel contract passes it on.</summary>
    public static byte[] Encode(UInt256 validAfter, UInt256 validBefore, UInt256 salt, byte[] signature) =>
        new AbiWriter().Number(validAfter).Number(validBefore).Number(salt).Bytes(signature).ToArray();

    private protected override Revert? Pull(
        in CallContext context, Address payer, Address token, UInt256 amount, Hash32 channelId, byte[] data)
    {
        AbiReader reader = new(data);
        UInt256 validAfter = reader.Number();
        UInt256 validBefore = reader.Number();
        Hash32 nonce = NonceOf(channelId, reader.Number());
        byte[] signature = reader.Bytes();
        if (!reader.IsValid || Machine.Find(token) is not IErc20 erc20)
        {
            return SolidityErrors.Bare();
        }

        TransferAuthorization terms = new(payer, Address, amount, validAfter, validBefore, nonce);
        CallContext inner = context.From(Address);
        return erc20.ReceiveWithAuthorization(inner, terms, signature)
            ?? erc20.Transfer(inner, Deployments.BatchSettlement, amount);
    }
}
