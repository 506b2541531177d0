using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Platforms.Http;

/// <summary>201 with the account's API key, or 403.</summary>
/// <param name="Key">The key; null when the account is refused.</param>
/// <param name="Error">Name of the refusal; null when there is a key.</param>
public sealed record SignUpReply(string? Key, string? Error) : Message, IMessage<SignUpReply>
{
    public static ushort Number => 431;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response((Key ?? Error ?? "").Length);

    public static SignUpReply Read(ref MessageReader reader) => new(reader.OptionalText(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.OptionalText(Key);
        writer.OptionalText(Error);
    }
}
