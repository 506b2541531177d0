using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>How frauds around a signed authorisation are named, so that all who see it mean the same.</summary>
public static class AuthorisationSubjects
{
    /// <summary>One authorisation, however often it is presented.</summary>
    public static string Of(Address payer, UInt256 nonce) => $"{payer}/{nonce}";

    /// <summary>What a facilitator does about one authorisation.</summary>
    public static string Of(Address payer, UInt256 nonce, string facilitator) => $"{payer}/{nonce}@{facilitator}";
}
