namespace Simulator.Protocol.X402;

/// <summary>What is being paid for.</summary>
/// <param name="Url">The resource's address.</param>
/// <param name="Description">For people.</param>
/// <param name="MimeType">Type of the answer.</param>
public sealed record ResourceInfo(string Url, string? Description = null, string? MimeType = null)
{
    internal static ResourceInfo Read(JsonMembers members) =>
        new(members.Text("url"), members.OptionalText("description"), members.OptionalText("mimeType"));

    internal void Write(JsonTextWriter writer, string name) =>
        writer.Object(name)
            .Text("url", Url)
            .OptionalText("description", Description)
            .OptionalText("mimeType", MimeType)
            .End();
}
