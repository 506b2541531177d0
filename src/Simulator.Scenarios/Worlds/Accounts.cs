using System.Globalization;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Keys and addresses of a world's parties, each a pure function of the scenario's seed and the party's name.</summary>
internal sealed class Accounts(Scenario scenario)
{
    private readonly SortedDictionary<Address, string> names = [];

    public IReadOnlyDictionary<Address, string> Names => names;

    public PrivateKey KeyOf(string name)
    {
        PrivateKey key = PrivateKey.FromSeed(string.Create(CultureInfo.InvariantCulture, $"opgsim/{scenario.Seed}/{name}"));
        names[Secp256k1.AddressOf(key)] = name;
        return key;
    }

    /// <summary>What a validator signs its votes with.</summary>
    public Ed25519Key VoteKeyOf(string name) =>
        Ed25519Key.FromSeed(string.Create(CultureInfo.InvariantCulture, $"opgsim/{scenario.Seed}/{name}/votes"));

    public Address AddressOf(string name) => Secp256k1.AddressOf(KeyOf(name));
}
