namespace Simulator.Records;


/// <summary>What a party does in the network.</summary>
public enum PartyRole
{
    Unset = 0,
    User,
    Node,
    Facilitator,
    Treasury,
    Verifier,
}
