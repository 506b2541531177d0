using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.X402;

/// <summary>The payload of <c>upto</c>, and of <c>exact</c> by Permit2.</summary>
/// <param name="Signature">As sent: 65 bytes of hexadecimal from an account, anything from a contract wallet.</param>
/// <param name="Authorization">What was signed. With a facilitator in the witness it is the upto shape.</param>
public sealed record Permit2Payload(string Signature, Permit2Authorization Authorization) : SchemePayload
{
    internal const string MemberName = "permit2Authorization";

    internal static Permit2Payload ReadFrom(JsonMembers members)
    {
        string signature = members.Text("signature");
        JsonMembers authorization = members.Object(MemberName);
        JsonMembers permitted = authorization.Object("permitted");
        JsonMembers witness = authorization.Object("witness");
        return new Permit2Payload(
            signature,
            new Permit2Authorization(
                authorization.Address("from"),
                permitted.Address("token"),
                permitted.Number("amount"),
                authorization.Address("spender"),
                authorization.Number("nonce"),
                authorization.Number("deadline"),
                ReadWitness(witness)));
    }

    internal override void Write(JsonTextWriter writer, string name)
    {
        writer.Object(name).Text("signature", Signature).Object(MemberName)
            .Address("from", Authorization.From)
            .Object("permitted")
            .Address("token", Authorization.Token)
            .Number("amount", Authorization.Amount)
            .End()
            .Address("spender", Authorization.Spender)
            .Number("nonce", Authorization.Nonce)
            .Number("deadline", Authorization.Deadline)
            .Object("witness")
            .Address("to", Authorization.Witness.To)
            .OptionalText("facilitator", Authorization.Witness.Facilitator?.ToString())
            .Number("validAfter", Authorization.Witness.ValidAfter)
            .End().End().End();
    }

    private static Permit2Witness ReadWitness(JsonMembers witness)
    {
        Address? facilitator = witness.Has("facilitator") ? witness.Address("facilitator") : null;
        return new Permit2Witness(witness.Address("to"), facilitator, witness.Number("validAfter"));
    }
}
