using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Which group of the scenario an address belongs to.</summary>
internal sealed class PartyBook
{
    public const string Mint = "mint";
    public const string Burn = "burn";
    public const string Unknown = "unknown";

    private readonly Dictionary<Address, string> groups = [];

    public void Observe(in ObservedFact fact)
    {
        if (fact.What is PartyDeclared party)
        {
            groups[party.Address] = party.Group;
        }
    }

    /// <summary>False for an address whose party has not been declared yet.</summary>
    public bool Knows(Address address) => address.IsZero || groups.ContainsKey(address);

    /// <summary>The zero address creates as a sender and destroys as a receiver.</summary>
    public string Sender(Address address) => address.IsZero ? Mint : groups.GetValueOrDefault(address, Unknown);

    public string Receiver(Address address) => address.IsZero ? Burn : groups.GetValueOrDefault(address, Unknown);
}
