using Simulator.Primitives;

namespace Simulator.Protocol.Ethereum;

/// <summary>An unsigned type-2 transaction (EIP-1559).</summary>
/// <param name="ChainId">EIP-155 chain id.</param>
/// <param name="Nonce">Count of the sender's earlier transactions.</param>
/// <param name="MaxPriorityFeePerGas">Tip to the proposer, wei.</param>
/// <param name="MaxFeePerGas">Most the sender pays per gas in all, wei.</param>
/// <param name="GasLimit">Gas.</param>
/// <param name="To">Null creates a contract.</param>
/// <param name="Value">Wei.</param>
/// <param name="Data">Call data.</param>
/// <param name="AccessList">Usually empty.</param>
public sealed record Eip1559Transaction(
    ulong ChainId,
    ulong Nonce,
    UInt256 MaxPriorityFeePerGas,
    UInt256 MaxFeePerGas,
    ulong GasLimit,
    Address? To,
    UInt256 Value,
    byte[] Data,
    IReadOnlyList<AccessListEntry> AccessList)
{
    /// <summary>The byte in front of the RLP list (EIP-2718).</summary>
    public const byte Type = 0x02;

    /// <summary>What the sender signs.</summary>
    public Hash32 SigningHash() => Keccak256.Hash([Type], new RlpWriter().List(Members()).ToArray());

    public SignedTransaction Sign(PrivateKey key)
    {
        EthereumSignature signature = Secp256k1.Sign(SigningHash(), key);
        Invariant.That(signature.V is 27 or 28);
        return new SignedTransaction(this, signature);
    }

    internal static Eip1559Transaction Read(ref RlpReader items) =>
        new(
            (ulong)items.Number(sizeof(ulong)).Low,
            (ulong)items.Number(sizeof(ulong)).Low,
            items.Number(UInt256.Length),
            items.Number(UInt256.Length),
            (ulong)items.Number(sizeof(ulong)).Low,
            ReadRecipient(ref items),
            items.Number(UInt256.Length),
            items.Bytes().ToArray(),
            ReadAccessList(ref items));

    internal RlpWriter Members()
    {
        RlpWriter writer = new RlpWriter()
            .Number(ChainId)
            .Number(Nonce)
            .Number(MaxPriorityFeePerGas)
            .Number(MaxFeePerGas)
            .Number(GasLimit)
            .Bytes(To?.ToArray() ?? [])
            .Number(Value)
            .Bytes(Data);
        RlpWriter entries = new();
        foreach (AccessListEntry entry in AccessList)
        {
            RlpWriter slots = new();
            foreach (Hash32 slot in entry.Slots)
            {
                slots.Bytes(slot.ToArray());
            }

            entries.List(new RlpWriter().Bytes(entry.Account.ToArray()).List(slots));
        }

        return writer.List(entries);
    }

    private static Address? ReadRecipient(ref RlpReader items)
    {
        ReadOnlySpan<byte> bytes = items.Bytes();
        if (bytes.IsEmpty)
        {
            return null;
        }

        items.Require(bytes.Length == Address.Length);
        return items.IsValid ? new Address(bytes) : null;
    }

    private static List<AccessListEntry> ReadAccessList(ref RlpReader items)
    {
        List<AccessListEntry> accessList = [];
        RlpReader entries = items.List();
        while (entries.IsValid && !entries.IsAtEnd)
        {
            RlpReader entry = entries.List();
            ReadOnlySpan<byte> account = entry.Bytes();
            RlpReader slotItems = entry.List();
            List<Hash32> slots = ReadSlots(ref slotItems);
            entries.Require(
                entry.IsValid && entry.IsAtEnd && slotItems.IsValid && account.Length == Address.Length);
            accessList.Add(new AccessListEntry(entries.IsValid ? new Address(account) : default, slots));
        }

        items.Require(entries.IsValid);
        return accessList;
    }

    private static List<Hash32> ReadSlots(ref RlpReader items)
    {
        List<Hash32> slots = [];
        while (items.IsValid && !items.IsAtEnd)
        {
            ReadOnlySpan<byte> slot = items.Bytes();
            items.Require(slot.Length == Hash32.Length);
            slots.Add(items.IsValid ? new Hash32(slot) : default);
        }

        return slots;
    }
}
