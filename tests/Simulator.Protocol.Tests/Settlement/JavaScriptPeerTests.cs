using System.Text;
using System.Text.Json;

using Simulator.Protocol.Settlement;
using Simulator.Protocol.Tests.NodePeers;
using Simulator.Protocol.Tests.Vectors;

namespace Simulator.Protocol.Tests.Settlement;

/// <summary>Against Node itself: how it reads Base64 and how it rewrites JSON.</summary>
public sealed class JavaScriptPeerTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";

    private static readonly string[] Documents =
    [
        "0", "-0", "1.0", "1e21", "1e20", "123456789012345678901234567890", "1e-6", "1e-7", "-1.5e-7", "0.1", "1e400",
        "5e-324", "1.7976931348623157e308", "9007199254740993", "0.000001234", "100", "1.5e300",
        "99999999999999999999999",
        "\"\\u007f\\u2028é😀\\u001f\\b\\f\\n\\r\\t\\\"\\\\\\/\"", "[]", "{}", "[1, 2,\n3]", "null", "true", "false",
        "{\"b\":1,\"a\":2,\"10\":3,\"9\":4,\"01\":5,\"4294967294\":6,\"4294967295\":7,\"-1\":8,\"\":9}",
        "{\"a\":1,\"b\":2,\"a\":{\"x\":[{}]}}", "{\"__proto__\":1,\"constructor\":2}",
    ];

    [NodeFact]
    public void Base64_is_read_as_Node_reads_it_and_JSON_written_as_it_writes_it()
    {
        string[] base64 = [.. Enumerable.Range(0, 500).Select(Base64Like), "0x", "QQ==QQ==", "Q=Q", "=QUJD", "Q", ""];
        string[] json = [.. Documents, .. Enumerable.Range(0, 500).Select(Number)];

        JsonElement answer = NodePackage.Peers.Run("javascript.cjs", new { base64, json });

        for (int i = 0; i < base64.Length; i++)
        {
            Assert.Equal(
                answer.GetProperty("base64")[i].GetString(), Convert.ToHexStringLower(LenientBase64.Decode(base64[i])));
        }

        for (int i = 0; i < json.Length; i++)
        {
            Assert.Equal(
                answer.GetProperty("json")[i].GetString(), JavaScriptJson.Normalise(Encoding.UTF8.GetBytes(json[i])));
        }
    }

    /// <summary>Characters of both alphabets, with strangers and padding among them.</summary>
    private static string Base64Like(int number)
    {
        string extended = Alphabet + " \n*.";
        char[] text = [.. SampleBytes.Of(number, "base64", number % 40).Select(b => extended[b % extended.Length])];
        return new string(text) + (number % 3 == 0 ? "==" : "") + (number % 7 == 0 ? "QQ" : "");
    }

    private static string Number(int number)
    {
        double value = BitConverter.ToDouble(SampleBytes.Of(number, "double", 8));
        return double.IsFinite(value) ? value.ToString("E17", System.Globalization.CultureInfo.InvariantCulture) : "0";
    }
}
