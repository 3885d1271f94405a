import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { ANSWER_SHAPE, NOTICE } from './tool-answer.ts';
import { TOOLS, type Tool } from './tools.ts';

/** Runs a tool for the person of the request. */
export type CallTool = (tool: Tool, input: Readonly<Record<string, unknown>>) => Promise<CallToolResult>;

/** Creates the server of one request. */
export function toolServer(call: CallTool): McpServer {
  const server = new McpServer(
    { name: 'recert', title: 'recert', version: '1' },
    { capabilities: { tools: {} }, instructions: `Professional certifications, credits and deadlines. ${NOTICE}` },
  );
  for (const tool of TOOLS) {
    const { name, title, description, access, input } = tool;
    const annotations = {
      title,
      readOnlyHint: access === 'read',
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    };
    const shown = { title, description, annotations, inputSchema: input.shape, outputSchema: ANSWER_SHAPE };
    server.registerTool(name, shown, (args: Readonly<Record<string, unknown>>) => call(tool, args));
  }
  return server;
}
