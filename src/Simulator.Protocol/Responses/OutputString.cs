using System.Collections.Immutable;
using System.Text;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Responses;

/// <summary>The string an enclave hashes as its output. protocol: output string and response bodies.</summary>
public static class OutputString
{
    /// <summary>For an answer that ends in tool calls: their list in canonical JSON.</summary>
    public static string OfToolCalls(ImmutableArray<ToolCall> calls)
    {
        CanonicalWriter writer = new();
        WriteToolCalls(writer, calls);
        return writer.ToText();
    }

    /// <summary>Keccak-256 of the UTF-8 bytes.</summary>
    public static Hash32 Hash(string output) => Keccak256.Hash(Encoding.UTF8.GetBytes(output));

    internal static void WriteToolCalls(CanonicalWriter writer, ImmutableArray<ToolCall> calls)
    {
        writer.BeginArray();
        foreach (ToolCall call in calls)
        {
            writer.BeginObject();
            writer.Name("function");
            writer.BeginObject();
            writer.Member("arguments", call.Arguments);
            writer.Member("name", call.Name);
            writer.EndObject();
            writer.Member("id", call.Id);
            writer.Member("type", call.Type);
            writer.EndObject();
        }

        writer.EndArray();
    }
}
