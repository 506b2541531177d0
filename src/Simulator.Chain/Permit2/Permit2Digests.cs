using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Permit2;

/// <summary>The digest the contract itself computes, from whatever witness its caller names.</summary>
internal sealed class Permit2Digests(ulong chainId)
{
    // Bounded: what strangers pass is hashed each time, only the few types in regular use are remembered.
    private const int RememberedTypes = 16;

    private readonly Dictionary<string, Hash32> witnessTypes = new(StringComparer.Ordinal);

    public Hash32 DomainSeparator { get; } = Permit2TypedData.Domain(chainId).Separator();

    public Hash32 Transfer(PermittedTransfer permit, Address spender)
    {
        StructHasher hasher = Begin(Permit2TypedData.PlainTypeHash, permit, spender);
        return TypedData.Digest(DomainSeparator, hasher.Finish());
    }

    public Hash32 WitnessTransfer(
        PermittedTransfer permit, Address spender, Hash32 witness, string witnessTypeString)
    {
        StructHasher hasher = Begin(WitnessType(witnessTypeString), permit, spender);
        hasher.Add(witness);
        return TypedData.Digest(DomainSeparator, hasher.Finish());
    }

    private static StructHasher Begin(Hash32 type, PermittedTransfer permit, Address spender)
    {
        StructHasher hasher = new(type);
        hasher.Add(Permit2TypedData.TokenPermissionsHash(permit.Token, permit.Amount));
        hasher.Add(spender);
        hasher.Add(permit.Nonce);
        hasher.Add(permit.Deadline);
        return hasher;
    }

    private Hash32 WitnessType(string typeString)
    {
        if (witnessTypes.TryGetValue(typeString, out Hash32 known))
        {
            return known;
        }

        Hash32 hash = TypedData.TypeHash(Permit2TypedData.WitnessTransferStub + typeString);
        if (witnessTypes.Count < RememberedTypes)
        {
            witnessTypes.Add(typeString, hash);
        }

        return hash;
    }
}
